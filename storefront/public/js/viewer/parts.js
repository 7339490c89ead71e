// Puts what another page says in the place of what this one said.

/** As far as a control has a name of its own among those of its part. */
function nameOf(control) {
  if (control.id !== '') return `#${window.CSS.escape(control.id)}`;
  const own = ['name', 'value', 'rel'].flatMap((name) => {
    const value = control.getAttribute(name);
    return value === null ? [] : [`[${name}="${window.CSS.escape(value)}"]`];
  });
  const kinds = [...control.classList].map((name) => `.${window.CSS.escape(name)}`);
  return `${control.localName}${kinds.join('')}${own.join('')}`;
}

/**
 * Fills every part of the document, `data-part`, with what the other page's has, and keeps the focus
 * on what is in the place of what had it.
 *
 * @param {Document} page
 * @param {(part: string) => boolean} keeps parts to leave as they are
 */
export function replaceParts(page, keeps) {
  for (const part of document.querySelectorAll('[data-part]')) {
    const name = part.getAttribute('data-part') ?? '';
    const other = page.querySelector(`[data-part="${window.CSS.escape(name)}"]`);
    if (other === null || keeps(name) || other.innerHTML === part.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    part.replaceChildren(...other.childNodes);
    if (focused === null) continue;
    const again = part.querySelector(nameOf(focused)) ?? part.querySelector(focused.localName);
    again?.focus({ preventScroll: true });
  }
}
