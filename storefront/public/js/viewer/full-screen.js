// The stage on the whole screen: by the browser where it lets us, else over the page, as on an iPhone.

/**
 * @param {HTMLElement} figure
 * @param {() => void} onResize after the stage got another size
 */
export function createFullScreen(figure, onResize) {
  const button = figure.querySelector('[data-full-screen]');
  const enter = button.getAttribute('aria-label');
  let isOn = false;

  /** Everything beside the stage, on every level up to the page. */
  const outside = () => {
    const found = [];
    for (let one = figure; one !== document.body; one = one.parentElement)
      found.push(...[...one.parentElement.children].filter((other) => other !== one));
    return found.filter((one) => !one.matches('script, [data-announce]'));
  };
  let silenced = [];

  function set(on) {
    if (on === isOn) return;
    isOn = on;
    figure.classList.toggle('stage-full', on);
    document.documentElement.classList.toggle('no-scroll', on);
    button.setAttribute('aria-label', (on ? button.dataset.leave : enter) ?? '');
    if (on) silenced = outside().filter((one) => !one.inert);
    for (const one of silenced) one.inert = on;
    onResize();
    button.focus({ preventScroll: true });
  }

  document.addEventListener('fullscreenchange', () => set(document.fullscreenElement === figure));
  return {
    isOn: () => isOn,
    toggle() {
      if (document.fullscreenElement === figure) {
        document.exitFullscreen().catch(() => set(false));
      } else if (isOn || document.fullscreenEnabled !== true) {
        set(!isOn);
      } else {
        // Refused, as in another site's frame: over the page then.
        figure.requestFullscreen().catch(() => set(true));
      }
    },
  };
}
