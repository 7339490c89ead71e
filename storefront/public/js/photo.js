// Improves the viewer: photos are turned over without a page load, by key, swipe, arrow and strip, and
// shown in full screen and up to the pixels of their preview. Without it every photo is a page.
import { createFullScreen } from './viewer/full-screen.js';
import { watchGestures } from './viewer/gestures.js';
import { createPages } from './viewer/pages.js';
import { createStage } from './viewer/stage.js';

const viewer = document.querySelector('[data-viewer]');
const figure = viewer?.querySelector('[data-stage]');

/**
 * @param {HTMLElement} viewer
 * @param {HTMLElement} figure
 */
function improve(viewer, figure) {
  const stage = createStage(figure);
  const pages = createPages(viewer, stage);
  const fullScreen = createFullScreen(figure, stage.fit);
  const zoomButton = figure.querySelector('[data-zoom]');

  figure.querySelector('[data-stage-tools]').hidden = false;
  figure.querySelector('[data-full-screen]').addEventListener('click', fullScreen.toggle);
  zoomButton.addEventListener('click', () => stage.toggleZoom());
  stage.onChange(({ isZoomed, canZoom }) => {
    zoomButton.setAttribute('aria-pressed', String(isZoomed));
    zoomButton.hidden = !canZoom;
  });
  watchGestures(figure, stage, { turn: pages.turn, isFull: fullScreen.isOn });

  const leave = () => {
    if (stage.isZoomed()) stage.unzoom();
    else if (fullScreen.isOn()) fullScreen.toggle();
    else viewer.querySelector('[data-back]')?.click();
  };
  /** Zoomed into, the photo is moved about by the keys that else turn it over. */
  const move = (across, down) => {
    if (stage.isZoomed()) stage.pan(-across * KEY_STEP, -down * KEY_STEP);
    else if (down === 0) pages.turn(across);
    return stage.isZoomed() || down === 0;
  };
  const KEYS = {
    ArrowLeft: () => move(-1, 0),
    ArrowRight: () => move(1, 0),
    ArrowUp: () => move(0, -1),
    ArrowDown: () => move(0, 1),
    Escape: leave,
  };
  document.addEventListener('keydown', (event) => {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select');
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
    if (act !== undefined && act() !== false) event.preventDefault();
  });
}

/** Pixels of the screen. */
const KEY_STEP = 60;

if (viewer instanceof HTMLElement && figure instanceof HTMLElement) improve(viewer, figure);
