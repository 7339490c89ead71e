/** Addresses of the photos on a page, in its order, as they stand in it. */
export function photoLinks(html: string): readonly string[] {
  return [
    ...new Set(matches(html, /href="(\/events\/[\w-]+\/photos\/[0-9a-f-]{36}(?:\?[^"#]*)?)"/g)),
  ].map(plain);
}

/** The link that a page marks so, as in `data-next`. */
export function markedLink(html: string, mark: string): string | undefined {
  const [tag] = html.match(new RegExp(`<a\\b[^>]*\\s${mark}\\b[^>]*>`)) ?? [];
  const [link] = matches(tag ?? '', /href="([^"]*)"/g);
  return link === undefined ? undefined : plain(link);
}

/** The hidden fields of the first form that is sent to such an address, and the address. */
export function formFields(
  html: string,
  action: RegExp,
): { readonly action: string; readonly fields: Readonly<Record<string, string>> } | undefined {
  for (const [, head = '', content = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const [target] = matches(head, /action="([^"]*)"/g);
    if (target === undefined || !action.test(target)) continue;
    const hidden = content.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
    const fields = hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')]);
    return { action: plain(target), fields: Object.fromEntries(fields) as Record<string, string> };
  }
  return undefined;
}

function attribute(tag: string, name: string): string {
  return plain(matches(tag, new RegExp(`\\b${name}="([^"]*)"`, 'g'))[0] ?? '');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&#39;', "'");
}
