// The photos that can be turned to without asking the server: those around the one shown, in their order.

const PLACE = /\/photos\/([0-9a-f-]{36})$/;

/** The photo of an address; undefined where it is none of the viewer. */
export function idOf(href) {
  return PLACE.exec(new URL(href, window.location.href).pathname)?.[1];
}

/**
 * @param {Element | null} viewer with `data-self`, the address of its photo in the search that they lie
 *   in, and `data-walk`: "id:1200x800 id:800x1200"
 * @returns {import('./stage.js').Step[]}
 */
export function readWalk(viewer) {
  const { href } = new URL(viewer?.getAttribute('data-self') ?? '', window.location.href);
  const shown = idOf(href);
  if (shown === undefined) return [];
  return (viewer.getAttribute('data-walk') ?? '').split(' ').map((text) => {
    const [id = '', size = ''] = text.split(':');
    const [width = 0, height = 0] = size.split('x').map(Number);
    return { id, width, height, href: href.replace(shown, id) };
  });
}

/** @returns {import('./stage.js').Step | undefined} what a link to a photo leads to */
export function stepOf(link) {
  const id = idOf(link.href);
  const thumbnail = link.querySelector('img');
  if (id === undefined || thumbnail === null) return undefined;
  const [width, height] = ['width', 'height'].map((name) => Number(thumbnail.getAttribute(name)));
  // Three times a thumbnail is a preview, but for what rounding does to a pixel.
  return { id, href: link.href, width: width * 3, height: height * 3 };
}
