// Names of the start list below the field while one is typed: a combobox after the ARIA Authoring
// Practices (w3.org/WAI/ARIA/apg/patterns/combobox). Without it the search takes what was typed.
const field = document.querySelector('[data-names]');
const list = document.querySelector('#find-names');
const status = document.querySelector('[data-find-status]');

const PAUSE_MS = 180;
const LEAST_LETTERS = 3;

if (field instanceof HTMLInputElement && list instanceof HTMLElement) {
  const address = field.dataset.names ?? '';
  /** @type {HTMLElement[]} */
  let options = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  const close = () => {
    asking.abort();
    clearTimeout(timer);
    list.hidden = true;
    activate(-1);
    field.setAttribute('aria-expanded', 'false');
  };

  /** @param {number} index of the option that Enter takes; -1 for what was typed */
  const activate = (index) => {
    active = index;
    for (const [at, option] of options.entries())
      option.setAttribute('aria-selected', String(at === index));
    const option = options[index];
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };

  /** @param {HTMLElement | undefined} option */
  const choose = (option) => {
    if (option === undefined) return;
    field.value = option.dataset.bib ?? '';
    close();
    field.form?.requestSubmit();
  };

  /** @param {readonly { bib: string, name: string, race: string }[]} names */
  const show = (names) => {
    options = names.map(({ bib, name, race }, at) => {
      const option = document.createElement('li');
      option.id = `find-name-${at}`;
      option.className = 'find-name';
      option.dataset.bib = bib;
      option.setAttribute('role', 'option');
      const who = document.createElement('span');
      who.textContent = race === '' ? name : `${name}, ${race}`;
      const plate = document.createElement('span');
      plate.className = 'bib-plate bib-plate-small';
      plate.textContent = bib;
      option.append(plate, who);
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    activate(-1);
    if (status instanceof HTMLElement) {
      const text = options.length === 1 ? status.dataset.one : status.dataset.many;
      status.textContent =
        options.length === 0 ? '' : (text ?? '').replace('#', String(options.length));
    }
  };

  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    const answer = await fetch(`${address}?${new URLSearchParams({ q: field.value })}`, {
      headers: { Accept: 'application/json' },
      signal: asking.signal,
    });
    // Too many asked: the search by what was typed works all the same.
    if (answer.ok) show((await answer.json()).names);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    const letters = field.value.match(/\p{L}+/gu) ?? [];
    const isName =
      !/\p{N}/u.test(field.value) && letters.some(({ length }) => length >= LEAST_LETTERS);
    if (isName) timer = window.setTimeout(() => ask().catch(() => undefined), PAUSE_MS);
    else close();
  });

  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are names: what was typed itself.
      const places = options.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(options[active]);
    }
  });

  // Pressed and not clicked: the field would lose the focus first, and the list close.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    if (option instanceof HTMLElement) choose(option);
  });
  field.addEventListener('blur', close);
}
