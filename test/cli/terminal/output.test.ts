import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../cli/terminal/output.js';

describe('output', () => {
  it('keeps data on stdout and talk on stderr', async () => {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const output = createOutput({ stdout, stderr }, () => undefined);
    await output.line('data');
    await output.json({ bib: '007' });
    output.talk('talk');
    expect(String(stdout.read())).toBe('data\n{"bib":"007"}\n');
    expect(String(stderr.read())).toBe('talk\n');
  });

  it('waits for a slow reader', async () => {
    const stdout = new PassThrough({ highWaterMark: 4 });
    const output = createOutput({ stdout, stderr: new PassThrough() }, () => undefined);
    let written = false;
    const writing = output.line('more than four bytes').then(() => (written = true));
    await new Promise(setImmediate);
    expect(written).toBe(false);
    stdout.read();
    await writing;
  });

  it('goes quiet, and says so once, when the reader has gone away', async () => {
    const stdout = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    let gone = 0;
    const output = createOutput({ stdout, stderr: new PassThrough() }, () => (gone += 1));
    await output.line('first');
    await output.line('second');
    expect(gone).toBe(1);
  });
});
