import type { Page, Request } from 'playwright-core';

export interface PageFigures {
  /** What came over the wire without pictures, headers included. */
  readonly bytes: number;
  /** Of every kind of resource, pictures too: `{ script: 3000, … }`. */
  readonly bytesByKind: Readonly<Record<string, number>>;
  /** Cumulative layout shift, as the browser counts it (web.dev/articles/cls), of the whole visit. */
  readonly layoutShift: number;
  /** Largest contentful paint, and what it was. */
  readonly lcpMs: number;
  readonly lcpElement: string;
  /**
   * Interaction to next paint (web.dev/articles/inp): of a visit this short, the slowest of what the
   * visitor did; 0 where nothing took the 16 ms that the browser counts from.
   */
  readonly inpMs: number;
  /** Which that was: "click BUTTON.button". */
  readonly inpInteraction: string;
}

/** Runs in the page before anything of it. */
const OBSERVE = `
  window.shifts = []; window.lcp = { ms: 0, element: '' }; window.inp = { ms: 0, interaction: '' };
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push(one);
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      window.lcp = { ms: one.startTime, element: one.element?.outerHTML.slice(0, 80) ?? '' };
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name, target } of list.getEntries())
      if (interactionId > 0 && duration > window.inp.ms)
        window.inp = { ms: duration, interaction: name + ' ' + nameOf(target) };
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  const nameOf = (element) => [element?.tagName ?? 'nothing', ...(element?.classList ?? [])].join('.');`;

interface Slowest {
  readonly ms: number;
  readonly interaction: string;
}

/** What the page counted, once all that was done until now has been painted. */
const whenPainted = (counted: 'lcp' | 'inp') => `new Promise((resolve) =>
  requestAnimationFrame(() => setTimeout(() => resolve(window.${counted}), 100)))`;

/** Shifts belong to one window while they are less than a second apart, and five seconds in all. */
const WORST_WINDOW = `(() => {
  let worst = 0, sum = 0, first = 0, last = 0;
  for (const { value, startTime } of window.shifts) {
    if (startTime - last > 1000 || startTime - first > 5000) { sum = 0; first = startTime; }
    sum += value; last = startTime; worst = Math.max(worst, sum);
  }
  return worst;
})()`;

/** A phone on slow 4G as Lighthouse has it: 1.6 Mbit/s, 150 ms, a processor four times as slow. */
export async function throttle(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/**
 * Opens an address as a first visit, and says what it cost.
 *
 * @param use what the visitor does there: layout and answers are watched all the while, those of the
 *   page that is open at its end
 */
export async function measurePage(
  page: Page,
  path: string,
  use: () => Promise<void> = () => Promise.resolve(),
): Promise<PageFigures> {
  const bytesByKind: Record<string, number> = {};
  const sizes: Promise<void>[] = [];
  const count = async (request: Request) => {
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    const kind = request.resourceType();
    bytesByKind[kind] = (bytesByKind[kind] ?? 0) + responseHeadersSize + responseBodySize;
  };
  const onFinished = (request: Request) => void sizes.push(count(request));
  page.on('requestfinished', onFinished);
  await page.addInitScript(OBSERVE);
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (answer?.ok() !== true) throw new Error(`${path} answered with ${answer?.status()}`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  page.off('requestfinished', onFinished);
  await Promise.all(sizes);
  const lcp = await page.evaluate<{ ms: number; element: string }>(whenPainted('lcp'));
  await use();
  const slowest = await page.evaluate<Slowest>(whenPainted('inp'));
  const layoutShift = await page.evaluate<number>(WORST_WINDOW);
  const { image: pictures = 0, ...others } = bytesByKind;
  return {
    bytes: Object.values(others).reduce((sum, one) => sum + one, 0),
    bytesByKind: { ...others, image: pictures },
    layoutShift,
    lcpMs: lcp.ms,
    lcpElement: lcp.element,
    inpMs: slowest.ms,
    inpInteraction: slowest.interaction,
  };
}
