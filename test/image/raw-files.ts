/** Made-up raw files: the containers' outlines, around pictures that the tests draw. */

export interface TiffTag {
  readonly tag: number;
  readonly text?: string;
  readonly short?: number;
}

/** A little-endian TIFF of one directory (TIFF 6.0, section 2). */
export function tiffBlock(tags: readonly TiffTag[]): Buffer {
  const head = Buffer.alloc(8 + 2 + tags.length * 12 + 4);
  const values: Buffer[] = [];
  let valuesAt = head.length;
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(({ tag, text, short = 0 }, index) => {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(text === undefined ? 3 : 2, at + 2);
    const value = Buffer.from(`${text ?? ''}\0`, 'latin1');
    head.writeUInt32LE(text === undefined ? 1 : value.length, at + 4);
    if (text === undefined) head.writeUInt16LE(short, at + 8);
    else if (value.length <= 4) value.copy(head, at + 8);
    else {
      head.writeUInt32LE(valuesAt, at + 8);
      valuesAt += value.length;
      values.push(value);
    }
  });
  return Buffer.concat([head, ...values]);
}

/** The beginning of a CR3: a file-type box, then Canon's boxes one after another. */
export function withCr3Boxes(boxes: Readonly<Record<string, Buffer>>): Buffer {
  const box = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const type = box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1'));
  return Buffer.concat([type, ...Object.entries(boxes).map(([name, body]) => box(name, body))]);
}

/** Bytes as a sensor gives them, with things in them that look like the beginning of a JPEG. */
export function sensorData(length: number): Buffer {
  const data = Buffer.alloc(length);
  let state = 7;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    data[at] = state >>> 24;
  }
  for (let at = 100; at + 12 < length; at += 997) {
    data.set([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x40, 0, 0x40, 0], at);
  }
  return data;
}
