// Fingers, mouse and wheel on the stage: one finger turns the photo over, two enlarge it, one moves it about.

/** Far enough to be meant, and more across than down. */
const LEAST_SWIPE = 60;
const TAP_MS = 300;
const TAP_PIXELS = 24;

/**
 * @param {HTMLElement} figure
 * @param {ReturnType<typeof import('./stage.js').createStage>} stage
 * @param {{ turn(direction: number): void, isFull(): boolean }} viewer
 */
export function watchGestures(figure, stage, { turn, isFull }) {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  let start;
  let lastTap = { at: -TAP_MS, x: 0, y: 0 };
  const pageIsZoomed = () => (window.visualViewport?.scale ?? 1) > 1.05;

  figure.addEventListener('pointerdown', (event) => {
    const isControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (isControl || event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    start = fingers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    stage.drag(0);
    if (event.pointerType === 'mouse' && stage.isZoomed()) event.preventDefault();
  });

  // On the window: a finger may leave the stage before it is lifted.
  window.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    fingers.set(event.pointerId, now);
    if (other !== undefined) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      stage.zoomBy(distance(now, other) / Math.max(1, distance(before, other)), middle);
      stage.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else if (stage.isZoomed()) stage.pan(now.x - before.x, now.y - before.y);
    else if (event.pointerType !== 'mouse' && start !== undefined && !pageIsZoomed())
      stage.drag(isAcross(start, now) ? now.x - start.x : 0);
  });

  const lift = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    const from = start;
    start = undefined;
    if (stage.isZoomed() || event.type === 'pointercancel' || from === undefined) {
      if (!stage.isZoomed()) stage.drag(0);
      if (from !== undefined && event.type === 'pointerup') tap(event, from);
      return;
    }
    const across = event.clientX - from.x;
    stage.drag(0);
    if (event.pointerType === 'mouse' || pageIsZoomed()) return;
    const at = { x: event.clientX, y: event.clientY };
    if (Math.abs(across) >= LEAST_SWIPE && isAcross(from, at)) turn(across > 0 ? -1 : 1);
    else tap(event, from);
  };
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);

  /** Two taps are told apart here: not every phone makes a double click of them. */
  function tap(event, from) {
    const at = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'mouse' || distance(from, at) > TAP_PIXELS) return;
    const isSecond =
      event.timeStamp - lastTap.at < TAP_MS && distance(lastTap, at) < 2 * TAP_PIXELS;
    if (isSecond) stage.toggleZoom(at);
    lastTap = isSecond ? { at: -TAP_MS, ...at } : { at: event.timeStamp, ...at };
  }

  let lastType = 'mouse';
  figure.addEventListener('pointerdown', ({ pointerType }) => (lastType = pointerType), true);
  figure.addEventListener('dblclick', (event) => {
    const isControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (lastType === 'mouse' && !isControl)
      stage.toggleZoom({ x: event.clientX, y: event.clientY });
  });

  // A wheel over the photo scrolls the page, unless it is meant for the photo.
  figure.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !stage.isZoomed() && !isFull()) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      stage.zoomBy(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), at);
    },
    { passive: false },
  );
  // Two fingers are ours: else a phone would enlarge the page, and Safari does so with its own events.
  figure.addEventListener(
    'touchmove',
    (event) => {
      if (event.cancelable && (event.touches.length > 1 || stage.isZoomed()))
        event.preventDefault();
    },
    { passive: false },
  );
  figure.addEventListener('gesturestart', (event) => event.preventDefault());
}

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function isAcross(from, to) {
  return Math.abs(to.x - from.x) >= 2 * Math.abs(to.y - from.y);
}
