// Improves a page with a grid of photos: hearts without a reload, and more photos before they are asked for.
import { patientFetch } from './patient-fetch.js';

const status = document.querySelector('[data-grid-status]');

for (const one of document.querySelectorAll('[data-favourites]')) {
  one.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(one instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    // Another button of the grid: it leads to the cart.
    if (submitter.hasAttribute('formaction')) return;
    event.preventDefault();
    // Without a network the heart stays as it is: nothing was remembered.
    toggleFavourite(one, submitter).catch(() => undefined);
  });
}

/**
 * @param {HTMLFormElement} list
 * @param {HTMLButtonElement} heart
 */
async function toggleFavourite(list, heart) {
  const response = await patientFetch(list.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(
      [...new FormData(list, heart)].map(([name, value]) => [name, String(value)]),
    ),
  });
  // Still too much: the heart stays as it is, for a page would be refused as well.
  if (response.status === 429) return;
  if (!response.ok) {
    window.location.reload();
    return;
  }
  const { isFavourite } = await response.json();
  const grid = heart.closest('[data-photo-grid]');
  heart.setAttribute('aria-pressed', String(isFavourite));
  heart.setAttribute(
    'aria-label',
    grid?.getAttribute(isFavourite ? 'data-unfavourite' : 'data-favourite') ?? '',
  );
}

/**
 * The link to the next page stays a link: whoever presses it before it is near gets a page. Below it
 * room is kept, so that whoever is faster than the network sees nothing jump.
 */
function watchMore() {
  const more = document.querySelector('[data-more]');
  if (!(more instanceof HTMLAnchorElement) || !('IntersectionObserver' in window)) return;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      loadMore(more).catch(() => more.removeAttribute('aria-busy'));
    },
    { rootMargin: '2400px' },
  );
  more.closest('.more')?.classList.add('more-ahead');
  observer.observe(more);
}

/** @param {HTMLAnchorElement} more */
async function loadMore(more) {
  more.setAttribute('aria-busy', 'true');
  const response = await patientFetch(more.href, { headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const grid = document.querySelector('[data-photo-grid]');
  const tiles = page.querySelectorAll('[data-photo-grid] > li');
  grid?.append(...tiles);
  const next = page.querySelector('[data-more]');
  const place = more.closest('.more');
  if (next === null) {
    place?.replaceChildren(status?.getAttribute('data-end') ?? '');
    place?.classList.remove('more-ahead');
  } else more.replaceWith(next);
  watchMore();
}

watchMore();
