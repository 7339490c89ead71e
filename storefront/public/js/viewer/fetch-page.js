import { patientFetch } from '../patient-fetch.js';

/**
 * A page as a document, however busy the shop is. Throws where the answer is no page to show, or none
 * in time.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestInit} init
 * @returns {Promise<Document>}
 */
export async function fetchPage(address, signal, init = {}) {
  const response = await patientFetch(address, {
    ...init,
    headers: { Accept: 'text/html' },
    signal,
  });
  if (response.ok) return new DOMParser().parseFromString(await response.text(), 'text/html');
  throw new Error(`${address} answered with ${response.status}`);
}
