// Turns from photo to photo without loading a page: the picture at once, all else of the page a moment
// later, when the visitor stays with it. Address, title and history are those of the pages.
import { fetchPage } from './fetch-page.js';
import { replaceParts } from './parts.js';
import { idOf, readWalk, stepOf } from './walk.js';

/** Who flicks through asks for the page of none of the photos that fly by. */
const STAY_MS = 140;

/**
 * @param {HTMLElement} viewer
 * @param {ReturnType<typeof import('./stage.js').createStage>} stage
 */
export function createPages(viewer, stage) {
  const announcer = viewer.querySelector('[data-announce]');
  let href = window.location.href;
  let walk = readWalk(viewer);
  /** What the visitor chose for the photos to come. */
  let size;
  /** The page of the photo that is shown is there. */
  let isSettled = true;
  /** Steps beyond the photos that are known: to be made when the page is there. */
  let owed = 0;
  let asking = new AbortController();
  let timer;

  const at = () => walk.findIndex(({ id }) => id === idOf(href));

  /** As an entry of the history, with what a way back needs to know before the page is there. */
  function remember(how, { width, height }, address) {
    window.history[how]({ photo: { width, height } }, '', address);
  }

  /** @param {number} steps 1 to the next photo, -1 to the one before */
  function turn(steps) {
    const wanted = at() + steps;
    const reached = Math.min(walk.length - 1, Math.max(0, wanted));
    if (reached !== at()) go(walk[reached], Math.sign(steps));
    if (!isSettled) owed += wanted - reached;
  }

  const linkOf = (direction) => {
    const link = viewer.querySelector(direction > 0 ? '[data-next]' : '[data-previous]');
    return link instanceof HTMLAnchorElement && !link.hidden ? link : undefined;
  };

  /** @param {import('./stage.js').Step} step */
  function go(step, direction, { isBack = false } = {}) {
    if (idOf(step.href) === undefined) return;
    // A photo that nobody stayed with is none to come back to.
    if (!isBack) remember(isSettled ? 'pushState' : 'replaceState', step, step.href);
    href = step.href;
    // In another search the photos beside it are others.
    if (!walk.some((one) => pathOf(one.href) === pathOf(href))) walk = [step];
    isSettled = false;
    owed = 0;
    stage.show(step, direction);
    pointTo(step);
    asking.abort();
    asking = new AbortController();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void settle(step.href, asking.signal), STAY_MS);
    afterPaint(() => {
      if (href !== step.href) return;
      markStrip();
      loadAhead(direction || 1);
    });
  }

  /** Until the page is there: links, forms and strip belong to the photo that is shown. */
  function pointTo({ id }) {
    viewer.setAttribute('aria-busy', 'true');
    for (const [name, direction] of SIDES) {
      const step = walk[at() + direction];
      const link = viewer.querySelector(`[data-${name}]`);
      if (walk.length > 1) setLink(link, step?.href);
    }
    for (const field of viewer.querySelectorAll('[data-in-place] [name=photoId]')) field.value = id;
    for (const field of viewer.querySelectorAll('[data-in-place] [name=returnTo]'))
      field.value = pathOf(href);
    // What is said against a photo is not to hit another.
    const requests = viewer.querySelector('[data-part=requests]')?.firstElementChild;
    if (requests instanceof HTMLElement) requests.inert = true;
  }

  async function settle(address, signal) {
    try {
      const page = await fetchPage(address, signal);
      if (!signal.aborted) show(page);
    } catch {
      // As without a script; only the address is already that of the photo.
      if (!signal.aborted) window.location.replace(address);
    }
  }

  /** @param {Document} page of the photo that is shown */
  function show(page) {
    const other = page.querySelector('[data-viewer]');
    document.title = page.title;
    walk = readWalk(other);
    const links = (root) => [...root.querySelectorAll('[data-strip] a')].map((link) => link.href);
    const isSameStrip = links(viewer).join(' ') === links(page).join(' ');
    replaceParts(page, (part) => part === 'strip' && isSameStrip);
    if (viewer.querySelector('[data-in-cart]') === null) choose(size);
    for (const [name] of SIDES)
      setLink(
        viewer.querySelector(`[data-${name}]`),
        page.querySelector(`[data-${name}]`)?.getAttribute('href') ?? undefined,
      );
    stage.describe(page.querySelector('[data-stage] img')?.getAttribute('alt') ?? '');
    viewer.removeAttribute('aria-busy');
    isSettled = true;
    announcer.textContent = other?.getAttribute('data-announcement') ?? '';
    markStrip();
    loadAhead(1);
    const steps = owed;
    owed = 0;
    turn(steps);
  }

  function choose(wanted) {
    for (const field of viewer.querySelectorAll('[name=size]'))
      if (field.value === wanted) field.checked = true;
  }

  /** @param {string | undefined} address none at the end of the gallery */
  function setLink(link, address) {
    if (address === undefined) {
      const hadFocus = link === document.activeElement;
      link.removeAttribute('href');
      link.hidden = true;
      if (hadFocus) viewer.querySelector('[data-stage]').focus({ preventScroll: true });
    } else {
      link.setAttribute('href', address);
      link.hidden = false;
    }
  }

  /** The photo shown, in the middle of the strip. */
  function markStrip() {
    const strip = viewer.querySelector('[data-strip]');
    for (const link of strip?.querySelectorAll('a') ?? []) {
      if (idOf(link.href) !== idOf(href)) link.removeAttribute('aria-current');
      else {
        link.setAttribute('aria-current', 'true');
        const { left, width } = link.getBoundingClientRect();
        const box = strip.getBoundingClientRect();
        strip.scrollLeft += left + width / 2 - box.left - box.width / 2;
      }
    }
  }

  /** The pictures that are likely to be wanted next; none for who saves on data. */
  function loadAhead(direction) {
    if (navigator.connection?.saveData === true) return;
    for (const offset of [direction, 2 * direction, -direction]) {
      const step = walk[at() + offset];
      if (step !== undefined) new Image().src = `/images/preview/${step.id}.jpg`;
    }
  }

  const shown = walk.find(({ id }) => id === idOf(href));
  // The answer to a form that was sent is no photo's page.
  if (shown === undefined) return { turn: (direction) => linkOf(direction)?.click() };
  remember('replaceState', shown, href);
  markStrip();

  viewer.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isOther = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || isOther || event.altKey) return;
    const side = SIDES.find(([name]) => link.hasAttribute(`data-${name}`));
    const step = link.hasAttribute('data-photo-link') ? stepOf(link) : undefined;
    if (side === undefined && step === undefined) return;
    event.preventDefault();
    if (side !== undefined) turn(side[1]);
    else if (step.id !== idOf(href)) go(walk.find(({ href: one }) => one === step.href) ?? step, 0);
  });

  viewer.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-in-place')) return;
    event.preventDefault();
    const { submitter } = event;
    const from = href;
    const body = new URLSearchParams(new FormData(form, submitter));
    // Sent to its end, also where the visitor leaves meanwhile.
    const init = { method: 'POST', body, keepalive: true };
    fetchPage(form.action, new AbortController().signal, init).then(
      (page) => {
        window.clearTimeout(timer);
        asking.abort();
        asking = new AbortController();
        // Turned over meanwhile: what the page says of the cart is to be asked anew.
        if (from === href) show(page);
        else void settle(href, asking.signal);
      },
      () => {
        // Sent as a form it gets the answer that a page has, whatever that is.
        form.removeAttribute('data-in-place');
        form.requestSubmit(submitter);
      },
    );
  });
  viewer.addEventListener('change', ({ target }) => {
    if (target.matches('[name=size]')) size = target.value;
  });

  window.addEventListener('popstate', ({ state }) => {
    const { href: address } = window.location;
    if (pathOf(address) === pathOf(href)) return;
    const step = walk.find((one) => pathOf(one.href) === pathOf(address));
    const { width, height } = step ?? state?.photo ?? { width: 0, height: 0 };
    if (width === 0 || idOf(address) === undefined) window.location.reload();
    else go({ id: idOf(address), href: address, width, height }, 0, { isBack: true });
  });

  window.addEventListener('load', () => loadAhead(1));
  return { turn };
}

/** @type {readonly (readonly ['previous' | 'next', number])[]} */
const SIDES = [
  ['previous', -1],
  ['next', 1],
];

/** The photo first: what can wait for it does. */
function afterPaint(act) {
  window.requestAnimationFrame(() => window.setTimeout(act));
}

/** Without what follows #. */
function pathOf(address) {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
