// Counts down until what was refused is asked for again: a page by itself (its answer says so), a form
// here. Without it the page says how long, and the form has its button.
const wait = document.querySelector('[data-wait]');

if (wait instanceof HTMLElement) {
  const until = Date.now() + Number(wait.dataset.wait) * 1000;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  });
  const timer = window.setInterval(() => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    wait.textContent = (wait.dataset.template ?? '').replace('{time}', format.format(left));
    if (left > 0) return;
    window.clearInterval(timer);
    const form = document.querySelector('form[data-send-again]');
    if (form instanceof HTMLFormElement) form.requestSubmit();
  }, 250);
}
