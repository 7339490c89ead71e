const SLASH = 0x2f;
const DOT = 0x2e;

/** Paths are bytes here: outside UTF-8 a string would not find the file again. */
export function joinPath(folder: Uint8Array, path: Uint8Array): Buffer {
  if (folder.length === 0) return Buffer.from(path);
  if (path.length === 0) return Buffer.from(folder);
  const isSeparated = folder.at(-1) === SLASH;
  return Buffer.concat([folder, Buffer.from(isSeparated ? '' : '/'), path]);
}

/** Without the last name: "a/b.jpg" gives "a"; empty for a name alone. */
export function folderOf(path: Uint8Array): Buffer {
  const slash = path.lastIndexOf(SLASH);
  return Buffer.from(path.subarray(0, slash === 0 ? 1 : Math.max(slash, 0)));
}

export function nameOf(path: Uint8Array): Buffer {
  return Buffer.from(path.subarray(path.lastIndexOf(SLASH) + 1));
}

/** "a/b.jpg" with ".xmp" gives "a/b.xmp"; a name without an extension gets one. */
export function replaceExtension(path: Uint8Array, extension: string): Buffer {
  const dot = path.lastIndexOf(DOT);
  const hasExtension = dot > path.lastIndexOf(SLASH) + 1;
  return Buffer.concat([hasExtension ? path.subarray(0, dot) : path, Buffer.from(extension)]);
}
