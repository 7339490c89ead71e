// The front camera with its picture in view: taken, looked at, taken again. Nothing leaves the device here.

/** More than a face needs to be compared. */
const LARGEST_SIDE = 1280;

/**
 * @param {HTMLElement} place with the camera's elements, hidden until there is a camera
 * @param {{ onPicture(isTaken: boolean): void, onProblem(text: string): void }} listener
 */
export function createCamera(place, { onPicture, onProblem }) {
  const [view, video, canvas] = ['view', 'video', 'still'].map((name) =>
    place.querySelector(`[data-camera-${name}]`),
  );
  const [open, take, again, cancel] = ['open', 'take', 'again', 'cancel'].map((name) =>
    place.querySelector(`[data-camera-${name}]`),
  );
  /** @type {Blob | undefined} */
  let taken;
  /** @type {MediaStream | undefined} */
  let stream;

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.srcObject = null;
  }

  /** @param {'closed' | 'live' | 'still'} state */
  function show(state) {
    view.hidden = state === 'closed';
    open.hidden = state !== 'closed';
    video.hidden = state !== 'live';
    take.hidden = state !== 'live';
    canvas.hidden = state !== 'still';
    again.hidden = state !== 'still';
    view.dataset.state = state;
  }

  function forget() {
    taken = undefined;
    onPicture(false);
  }

  async function start() {
    onProblem('');
    forget();
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } },
      });
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      show('closed');
      onProblem((isRefused ? view.dataset.refused : view.dataset.missing) ?? '');
      return;
    }
    video.srcObject = stream;
    show('live');
    await video.play().catch(() => undefined);
    take.focus();
  }

  async function capture() {
    const { videoWidth, videoHeight } = video;
    // Pressed before the first picture is there.
    if (videoWidth === 0) return;
    const scale = Math.min(1, LARGEST_SIDE / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
    taken = await new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.9),
    );
    stop();
    show('still');
    onPicture(taken !== undefined);
    again.focus();
  }

  function close() {
    stop();
    forget();
    show('closed');
  }

  if (typeof navigator.mediaDevices?.getUserMedia === 'function') {
    place.querySelector('[data-camera]').hidden = false;
    // There is a camera of ours: the file is for a picture that was taken before.
    place.querySelector('input[type=file]').removeAttribute('capture');
    show('closed');
    open.addEventListener('click', () => void start());
    again.addEventListener('click', () => void start());
    take.addEventListener('click', () => void capture());
    cancel.addEventListener('click', () => {
      close();
      open.focus();
    });
    window.addEventListener('pagehide', stop);
  }
  return { picture: () => taken, close };
}
