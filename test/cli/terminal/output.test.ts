import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../cli/terminal/output.js';

function failing(code: string): Writable {
  return new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(`write ${code}`), { code }));
    },
  });
}

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
    const stdout = failing('EPIPE');
    let gone = 0;
    const output = createOutput({ stdout, stderr: new PassThrough() }, () => (gone += 1));
    await output.line('first');
    await output.line('second');
    expect(gone).toBe(1);
    await output.flush();
  });

  it('tells of a full disk in the end, and lets the work go on', async () => {
    const output = createOutput(
      { stdout: failing('ENOSPC'), stderr: new PassThrough() },
      expect.unreachable,
    );
    await output.line('lost');
    await output.line('lost as well');
    await expect(output.flush()).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'output.cannot-write',
    });
  });

  it.each(['EPIPE', 'EIO'])('goes on when talk ends in %s', async (code) => {
    const output = createOutput(
      { stdout: new PassThrough(), stderr: failing(code) },
      expect.unreachable,
    );
    output.talk('to nobody');
    await new Promise(setImmediate);
    await output.flush();
  });
});
