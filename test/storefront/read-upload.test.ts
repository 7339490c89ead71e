import { setImmediate } from 'node:timers/promises';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readUpload } from '../../storefront/read-upload.js';

const MOST_BYTES = 1000;
const BYTES = 'picture bytes';

const field = (name: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nvalue\r\n`;
const file = (name: string, bytes = BYTES) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${bytes}\r\n`;

async function upload(body: string, type = 'multipart/form-data; boundary=b') {
  const request = new IncomingMessage(new Socket());
  request.headers['content-type'] = type;
  request.push(body);
  request.push(null);
  const read = await readUpload(request, { file: 'picture', mostBytes: MOST_BYTES });
  // An error that nobody listens for comes a moment later, and would end the process.
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  return read;
}

describe('readUpload', () => {
  it('gives the file and the fields beside it', async () => {
    const read = await upload(`${field('consent')}${file('picture')}--b--\r\n`);
    expect(read).toMatchObject({ kind: 'read', bytes: new TextEncoder().encode(BYTES) });
    expect(read.kind === 'read' && read.fields.get('consent')).toBe('value');
  });

  it('refuses a file over the limit', async () => {
    const read = await upload(`${file('picture', 'x'.repeat(MOST_BYTES + 1))}--b--\r\n`);
    expect(read).toEqual({ kind: 'refused', reason: 'too-many-bytes' });
  });

  const many = Array.from({ length: 14 }, (_, index) => field(`field${index}`)).join('');
  it.each([
    ['the file', file('picture')],
    ['a file of another name', file('other')],
    ['a second file', file('picture', '') + file('picture')],
    ['a field', field('consent')],
    ['a part too many', `${many}${field('last')}`],
    ['a part too many, and of what came before', `${file('picture')}${many}${field('last')}`],
    ['the head of a part', '--b\r\nContent-Disp'],
    ['what comes before the parts', 'nothing of the kind'],
  ])('survives a form that ends within %s', async (_where, body) => {
    expect(await upload(body)).toEqual({ kind: 'refused', reason: 'no-picture' });
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data;x=b'])(
    'finds no picture in a form of the type "%s"',
    async (type) => {
      expect(await upload(file('picture'), type)).toEqual({
        kind: 'refused',
        reason: 'no-picture',
      });
    },
  );
});
