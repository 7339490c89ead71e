// A form is sent once, however often its button is pressed. The server makes one order of it anyway.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
}
// Back from the next page, out of the browser's memory: the form may be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-once]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }
});
