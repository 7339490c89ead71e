// The switch at the foot of the page, without loading the page again.
const form = document.querySelector('[data-theme-switch]');

form?.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (button === null) return;
  event.preventDefault();
  const theme = button.value;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const scheme = document.querySelector('meta[name=color-scheme]');
  scheme?.setAttribute('content', theme === 'auto' ? 'light dark' : theme);
  for (const one of form.querySelectorAll('button'))
    one.setAttribute('aria-pressed', String(one === button));
  const body = new URLSearchParams(new FormData(form, button));
  // Should it fail, the theme holds for this page at least.
  fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
});
