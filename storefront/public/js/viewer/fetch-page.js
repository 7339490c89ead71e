// A page as a document, however busy the shop is.

/** Who is asked to come back later than that sees the page that says so. */
const LONGEST_WAIT_S = 60;
const MOST_TRIES = 5;

/**
 * Throws where the answer is no page to show, or none in time.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestInit} init
 * @returns {Promise<Document>}
 */
export async function fetchPage(address, signal, init = {}) {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(address, { ...init, headers: { Accept: 'text/html' }, signal });
    if (response.ok) return new DOMParser().parseFromString(await response.text(), 'text/html');
    const seconds = Number(response.headers.get('Retry-After') ?? 'none');
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || !(seconds <= LONGEST_WAIT_S) || tries === MOST_TRIES)
      throw new Error(`${address} answered with ${response.status}`);
    await pause(Math.max(1, seconds) * 1000, signal);
  }
}

/** Rejects when nobody waits for it any more. */
function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
