// The picture on the stage: which one it is, how large, and where.

/**
 * @typedef {object} Step one photo to turn to
 * @property {string} id
 * @property {string} href
 * @property {number} width of its preview, in pixels
 * @property {number} height
 */

/** What one press enlarges to at least, where the picture has the pixels. */
const ALMOST_NOTHING = 1.05;

/** @param {HTMLElement} figure holds the picture as its first child */
export function createStage(figure) {
  let picture = figure.querySelector('img');
  let scale = 1;
  let x = 0;
  let y = 0;
  let tell = () => undefined;

  /** In pixels of the screen, without zoom: the picture is fitted in, and never beyond its own size. */
  const fitted = () => {
    const width = Number(picture.getAttribute('width'));
    const height = Number(picture.getAttribute('height'));
    const fit = Math.min(1, figure.clientWidth / width, figure.clientHeight / height);
    return { width: width * fit, height: height * fit, most: 1 / fit };
  };
  const canZoom = () => fitted().most > ALMOST_NOTHING;
  const isZoomed = () => scale > 1;

  function place() {
    const { width, height } = fitted();
    const room = (size, stage) => Math.max(0, (size * scale - stage) / 2);
    const [across, down] = [room(width, figure.clientWidth), room(height, figure.clientHeight)];
    x = Math.min(across, Math.max(-across, x));
    y = Math.min(down, Math.max(-down, y));
    picture.style.transform = isZoomed() ? `translate(${x}px, ${y}px) scale(${scale})` : '';
    figure.classList.toggle('stage-zoomed', isZoomed());
    tell({ isZoomed: isZoomed(), canZoom: canZoom() });
  }

  /** Enlarges about a point of the screen, the middle of the stage unless given. */
  function zoomTo(wanted, at) {
    const next = Math.min(fitted().most, Math.max(1, wanted));
    const box = figure.getBoundingClientRect();
    const fromX = (at?.x ?? box.left + box.width / 2) - (box.left + box.width / 2);
    const fromY = (at?.y ?? box.top + box.height / 2) - (box.top + box.height / 2);
    x = fromX - ((fromX - x) * next) / scale;
    y = fromY - ((fromY - y) * next) / scale;
    scale = next;
    place();
  }

  function unzoom() {
    scale = 1;
    place();
  }

  window.addEventListener('resize', () => zoomTo(scale));
  return {
    canZoom,
    isZoomed,
    unzoom,
    zoomTo,
    zoomBy: (factor, at) => zoomTo(scale * factor, at),
    toggleZoom: (at) => (isZoomed() ? unzoom() : zoomTo(Infinity, at)),
    /** After the stage got another size. */
    fit: unzoom,
    pan(across, down) {
      x += across;
      y += down;
      place();
    },
    /** Follows a finger that is about to turn the photo over, or goes back to its place. */
    drag(across) {
      picture.classList.toggle('stage-returns', across === 0);
      picture.style.transform = across === 0 ? '' : `translateX(${across}px)`;
    },
    onChange(listener) {
      tell = listener;
      place();
    },
    /**
     * Shows another photo at once: its thumbnail, which the strip or the gallery has loaded, until it
     * is there.
     *
     * @param {Step} step
     * @param {number} direction 1 onwards, -1 backwards, 0 for a leap
     */
    show({ id, width, height }, direction) {
      const next = document.createElement('img');
      next.width = width;
      next.height = height;
      next.alt = '';
      next.dataset.guarded = '';
      next.fetchPriority = 'high';
      // Its thumbnail stands in for as long as that takes: the answer to a key does not wait for it.
      next.decoding = 'async';
      next.style.backgroundImage = `url("/images/thumbnail/${id}.jpg")`;
      next.src = `/images/preview/${id}.jpg`;
      if (direction !== 0) next.classList.add(direction > 0 ? 'stage-onwards' : 'stage-backwards');
      picture.replaceWith(next);
      picture = next;
      figure.classList.toggle('stage-tall', height > width);
      unzoom();
    },
    /** What it shows, in words. */
    describe(alt) {
      picture.alt = alt;
    },
  };
}
