// The field of a search: digits to type a bib with, and the bib that was looked for last on this device.
const STORED_AS = 'focusracer.bibs';
const MOST_EVENTS = 20;

const field = document.querySelector('[data-find]');
const slug = field instanceof HTMLInputElement ? (field.dataset.find ?? '') : '';

/** @returns {{ last: string, events: Record<string, string> }} */
function readBibs() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    return { last: String(stored.last ?? ''), events: { ...stored.events } };
  } catch {
    // Forbidden, or written by something else.
    return { last: '', events: {} };
  }
}

/** @param {string} bib */
function rememberBib(bib) {
  const others = Object.entries(readBibs().events).filter(([name]) => name !== slug);
  const events = Object.fromEntries([...others, [slug, bib]].slice(-MOST_EVENTS));
  try {
    localStorage.setItem(STORED_AS, JSON.stringify({ last: bib, events }));
  } catch {
    // A browser that keeps nothing is asked for nothing.
  }
}

function showMemory() {
  const place = document.querySelector('[data-find-memory]');
  if (!(place instanceof HTMLElement) || !(field instanceof HTMLInputElement)) return;
  const { last, events } = readBibs();
  const bib = Object.hasOwn(events, slug) ? String(events[slug]) : last;
  if (bib === '') return;
  const again = document.createElement('a');
  again.className = 'find-last';
  again.href = `/events/${encodeURIComponent(slug)}?q=${encodeURIComponent(bib)}`;
  again.textContent = `${place.dataset.label ?? ''} ${bib}`.trim();
  const forget = document.createElement('button');
  forget.className = 'find-forget';
  forget.type = 'button';
  forget.textContent = '×';
  forget.setAttribute('aria-label', place.dataset.forget ?? '');
  forget.title = place.dataset.forget ?? '';
  forget.addEventListener('click', () => {
    try {
      localStorage.removeItem(STORED_AS);
    } catch {
      // Nothing was kept.
    }
    place.replaceChildren();
    field.focus();
  });
  place.replaceChildren(again, forget);
}

/** Telephones without letters would lock names out: a button changes the keyboard. */
function chooseKeyboard() {
  if (!(field instanceof HTMLInputElement) || field.dataset.digits === undefined) return;
  const button = document.querySelector('[data-find-switch]');
  const toLetters = button?.textContent ?? '';
  /** @param {boolean} isDigits */
  const use = (isDigits) => {
    field.inputMode = isDigits ? 'numeric' : 'text';
    if (button instanceof HTMLElement)
      button.textContent = isDigits ? toLetters : (button.dataset.toDigits ?? '');
  };
  use(!/\p{L}/u.test(field.value));
  button?.addEventListener('click', () => {
    use(field.inputMode !== 'numeric');
    // The keyboard that is open stays as it was until the field is entered anew.
    field.blur();
    field.focus();
  });
}

/** Filters that say nothing make the address long, and no other search. */
field?.closest('form')?.addEventListener('formdata', (event) => {
  for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
});

const own = document.querySelector('[data-own-bib]');
if (own instanceof HTMLElement && slug !== '') rememberBib(own.dataset.ownBib ?? '');
showMemory();
chooseKeyboard();
