// Tells the shop once a visit that somebody is here: who touches the page is no machine, and is let
// through where many look at photos behind one address. Without it that shows by what one does.
const KEY = 'visit-told';
/** Less than the visit's cookie lasts. */
const HOURS = 12;
const GESTURES = ['pointerdown', 'keydown', 'touchstart', 'wheel'];

function tell() {
  for (const gesture of GESTURES) window.removeEventListener(gesture, tell);
  const csrfToken = document.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
  const body = new URLSearchParams({ csrfToken });
  // Should it fail, the next page tells it.
  fetch('/visit', { method: 'POST', body, keepalive: true }).then(
    ({ ok }) => ok && remember(),
    () => undefined,
  );
}

function remember() {
  try {
    window.sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // Nothing may be kept here: every page tells it.
  }
}

function wasTold() {
  try {
    return Date.now() - Number(window.sessionStorage.getItem(KEY)) < HOURS * 3600 * 1000;
  } catch {
    return false;
  }
}

if (!wasTold())
  for (const gesture of GESTURES) window.addEventListener(gesture, tell, { passive: true });
