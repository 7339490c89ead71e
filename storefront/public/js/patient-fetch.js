// Asks again, quietly, when the shop says that too much was asked at once.
const LONGEST_WAIT_SECONDS = 60;

/**
 * As `fetch`; an answer that says when to come again is waited for, up to `tries` times in all.
 *
 * @param {string} address
 * @param {RequestInit} [options]
 * @param {number} [tries]
 */
export async function patientFetch(address, options = {}, tries = 5) {
  for (let left = tries - 1; ; left -= 1) {
    const answer = await fetch(address, options);
    const seconds = secondsToWait(answer);
    if (seconds === undefined || left <= 0) return answer;
    // Not all of a crowd at the same moment.
    await pause((seconds + Math.random()) * 1000, options.signal);
  }
}

/** @param {Response} answer */
function secondsToWait({ status, headers }) {
  const told = headers.get('Retry-After');
  if ((status !== 429 && status !== 503) || told === null) return undefined;
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS);
}

/**
 * Rejects when nobody waits for it any more.
 *
 * @param {number} ms
 * @param {AbortSignal | null | undefined} signal
 */
function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      window.clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
