// A courtesy, not a lock: keeps a picture from being dragged or saved by accident. What really guards
// it is that only small, watermarked versions are ever public.
/** @param {ParentNode & EventTarget} place where pictures marked with data-guarded are shown */
export function guardPictures(place) {
  for (const kind of ['contextmenu', 'dragstart']) {
    place.addEventListener(kind, (event) => {
      if (event.target instanceof Element && event.target.closest('[data-guarded]') !== null) {
        event.preventDefault();
      }
    });
  }
}
