// Improves the viewer: arrow keys, swipes, the neighbour loaded ahead, sharing by the device.
/** @param {string} name */
const linkOf = (name) => {
  const link = document.querySelector(`[data-${name}]`);
  return link instanceof HTMLAnchorElement ? link : undefined;
};

const KEYS = { ArrowLeft: 'previous', ArrowRight: 'next', Escape: 'back' };

document.addEventListener('keydown', (event) => {
  const isTyping =
    event.target instanceof Element && event.target.closest('input, textarea, select');
  if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const name = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (name !== undefined) linkOf(name)?.click();
});

/** Far enough to be meant, and more across than down. */
const LEAST_SWIPE = 60;
const stage = document.querySelector('.stage');
let start;
stage?.addEventListener(
  'touchstart',
  ({ touches }) => {
    start = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : undefined;
  },
  { passive: true },
);
stage?.addEventListener(
  'touchend',
  ({ changedTouches }) => {
    if (start === undefined) return;
    const across = changedTouches[0].clientX - start.x;
    const down = changedTouches[0].clientY - start.y;
    start = undefined;
    // A page zoomed into is being moved about, not turned over.
    if ((window.visualViewport?.scale ?? 1) > 1.05) return;
    if (Math.abs(across) < LEAST_SWIPE || Math.abs(across) < 2 * Math.abs(down)) return;
    linkOf(across > 0 ? 'previous' : 'next')?.click();
  },
  { passive: true },
);

for (const name of ['next', 'previous']) {
  const id = linkOf(name)?.pathname.split('/').at(-1);
  if (id !== undefined) {
    window.addEventListener('load', () => {
      new Image().src = `/images/preview/${id}.jpg`;
    });
  }
}

const share = document.querySelector('[data-share]');
if (share instanceof HTMLAnchorElement && typeof navigator.share === 'function') {
  share.addEventListener('click', (event) => {
    event.preventDefault();
    navigator
      .share({ url: share.dataset.share ?? share.href, text: share.dataset.shareText ?? '' })
      // Closing the sheet is no failure.
      .catch(() => undefined);
  });
}

const copy = document.querySelector('[data-copy]');
if (copy instanceof HTMLButtonElement && navigator.clipboard !== undefined) {
  copy.hidden = false;
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(copy.dataset.copy ?? '').then(
      () => {
        copy.textContent = copy.dataset.copied ?? copy.textContent;
      },
      () => undefined,
    );
  });
}
