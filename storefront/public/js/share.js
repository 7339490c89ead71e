// Sharing by the device where it can, and a link that is copied at a press. Without it both are links.
document.addEventListener('click', (event) => {
  const share = event.target instanceof Element ? event.target.closest('a[data-share]') : null;
  if (!(share instanceof HTMLAnchorElement) || typeof navigator.share !== 'function') return;
  event.preventDefault();
  navigator
    .share({ url: share.dataset.share ?? share.href, text: share.dataset.shareText ?? '' })
    // Closing the sheet is no failure.
    .catch(() => undefined);
});

const copy = document.querySelector('[data-copy]');
if (copy instanceof HTMLButtonElement && navigator.clipboard !== undefined) {
  copy.hidden = false;
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(copy.dataset.copy ?? '').then(
      () => {
        copy.textContent = copy.dataset.copied ?? copy.textContent;
      },
      () => undefined,
    );
  });
}
