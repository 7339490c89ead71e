// A phone's picture is 4 MB, and a face needs no tenth of it.

const LARGEST_SIDE = 1280;

/**
 * The picture upright and of 1280 pixels at most, without what the camera wrote beside it, such as
 * where it was; the picture as it is where the browser cannot read it.
 *
 * @param {Blob} picture
 * @returns {Promise<Blob>}
 */
export async function makeSmall(picture) {
  try {
    const upright = await window.createImageBitmap(picture, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LARGEST_SIDE / Math.max(upright.width, upright.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(upright.width * scale);
    canvas.height = Math.round(upright.height * scale);
    canvas.getContext('2d').drawImage(upright, 0, 0, canvas.width, canvas.height);
    upright.close();
    return await new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? picture), 'image/jpeg', 0.9),
    );
  } catch {
    return picture;
  }
}
