/** E-mail addresses within a text with all but the first letter of the person hidden: `l***@example.org`. */
export function maskAddresses(text: string): string {
  return text.replace(/([^\s@<>"'(]?)[^\s@<>"'(]*@(?=[^\s@])/gu, '$1***@');
}
