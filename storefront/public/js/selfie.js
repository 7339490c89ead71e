// A selfie taken on the spot, made small before it is sent, and sent with its progress in view. Without
// it the form takes a picture from the device, as large as it is.
import { createCamera } from './selfie/camera.js';
import { makeSmall } from './selfie/make-small.js';
import { sendForm } from './selfie/send-form.js';

const form = document.querySelector('[data-selfie]');

/** @param {HTMLFormElement} form */
function improve(form) {
  const file = form.querySelector('input[type=file]');
  const problem = form.querySelector('[data-problem]');
  const state = form.querySelector('[data-state]');
  const progress = form.querySelector('progress');
  const button = form.querySelector('[data-send]');
  let isSending = false;

  const camera = createCamera(form, {
    onPicture(isTaken) {
      file.required = !isTaken;
      if (isTaken) file.value = '';
    },
    onProblem: complain,
  });
  file.addEventListener('change', () => camera.close());

  function complain(text) {
    problem.textContent = text;
    problem.hidden = text === '';
  }

  function setSending(is) {
    isSending = is;
    button.setAttribute('aria-disabled', String(is));
    progress.hidden = !is;
    progress.removeAttribute('value');
    state.textContent = is ? (form.dataset.sending ?? '') : '';
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const picture = camera.picture() ?? file.files?.[0];
    if (isSending || picture === undefined) return;
    complain('');
    setSending(true);
    search(picture).catch(() => {
      setSending(false);
      complain(form.dataset.lost ?? '');
    });
  });

  /** @param {Blob} picture */
  async function search(picture) {
    const body = new FormData(form);
    body.set('picture', await makeSmall(picture), 'selfie.jpg');
    const answer = await sendForm(form.action, body, (share) => {
      progress.value = share;
      if (share === 1) {
        progress.removeAttribute('value');
        state.textContent = form.dataset.comparing ?? '';
      }
    });
    if (answer.status === 200 && typeof answer.json?.location === 'string') {
      window.location.replace(answer.json.location);
      return;
    }
    setSending(false);
    const busy = answer.status === 429 || answer.status === 503 ? form.dataset.busy : undefined;
    complain(answer.json?.problem ?? busy ?? form.dataset.lost ?? '');
    problem.scrollIntoView({ block: 'nearest' });
  }
}

if (form instanceof HTMLFormElement) improve(form);
