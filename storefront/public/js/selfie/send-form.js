// Sends a form and tells how much of it is there, which fetch does not.

/**
 * @param {string} action
 * @param {FormData} body
 * @param {(share: number) => void} onProgress from 0 to 1
 * @returns {Promise<{ status: number, json: { location?: string, problem?: string } | null }>} rejects where no answer comes
 */
export function sendForm(action, body, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new window.XMLHttpRequest();
    request.open('POST', action);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('load', () =>
      resolve({ status: request.status, json: request.response }),
    );
    for (const kind of ['error', 'abort', 'timeout'])
      request.addEventListener(kind, () => reject(new Error(kind)));
    request.send(body);
  });
}
