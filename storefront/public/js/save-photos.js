// On a phone a photo goes to its owner's own photos by the sheet of the device: one tap, no file manager.
// Elsewhere, and without this script, the links beside download it.
const status = document.querySelector('[data-save-status]');

/** @param {string} name of the picture's file */
const canShareFiles = (name) =>
  window.matchMedia('(pointer: coarse)').matches &&
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File([''], name, { type: 'image/jpeg' })] });

/** @param {HTMLButtonElement} button */
function makeSaver(button) {
  const label = button.textContent ?? '';
  const name = button.dataset.saveName ?? 'photo.jpg';
  /** @type {File | undefined} */
  let file;

  /** @param {string} text */
  const say = (text) => {
    button.textContent = text === '' ? label : text;
    if (status !== null) status.textContent = text;
  };

  async function fetchFile() {
    const response = await fetch(button.dataset.save ?? '');
    if (!response.ok) throw new Error(String(response.status));
    const blob = await response.blob();
    return new File([blob], name, { type: blob.type });
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      if (file === undefined) {
        say(status?.getAttribute('data-busy') ?? '');
        file = await fetchFile();
      }
      await navigator.share({ files: [file] });
      file = undefined;
      say('');
    } catch (error) {
      const kind = error instanceof DOMException ? error.name : '';
      // The sheet was closed: nothing failed.
      if (kind === 'AbortError') say('');
      // A slow line took longer than a tap is good for: the file is here, the next tap opens the sheet.
      else if (kind === 'NotAllowedError') say(status?.getAttribute('data-again') ?? '');
      else say(status?.getAttribute('data-failed') ?? '');
    } finally {
      button.disabled = false;
    }
  });
}

for (const button of document.querySelectorAll('[data-save]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  if (!canShareFiles(button.dataset.saveName ?? 'photo.jpg')) continue;
  button.hidden = false;
  makeSaver(button);
}
