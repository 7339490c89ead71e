import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
});
afterAll(() => focusracer.remove());

/** Starts it at a free port, and gives the address that it says. */
async function serve() {
  const run = focusracer.start(['serve', '--port', '0']);
  const url = await new Promise<string>((resolve, reject) => {
    let talk = '';
    run.stderr.on('data', (chunk: Buffer) => {
      talk += chunk.toString();
      const [found] = /http:\/\/[\w.:[\]]+/.exec(talk) ?? [];
      if (found !== undefined) resolve(found);
    });
    void run.then(() => reject(new Error(`It ended without listening: ${talk}`)));
  });
  return { run, url };
}

describe('focusracer serve', () => {
  it('opens the storefront for this machine, says where, and closes it when told to', async () => {
    const { run, url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toMatchObject({ database: true, objects: true });
    const page = await fetch(`${url}/nowhere`, { headers: { 'Accept-Language': 'fr' } });
    expect(await page.text()).toContain('<html lang="fr">');
    run.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await run;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(new RegExp(`${url}/outbox/[0-9a-f]{32}\n`));
    expect(stdout).toContain('"route":"/readyz","status":200');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('leaves no storefront behind when it is killed itself', async () => {
    const { run, url } = await serve();
    run.kill('SIGKILL');
    await run;
    await expect
      .poll(
        () =>
          fetch(`${url}/healthz`).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 60_000 },
      )
      .toBe('gone');
  });

  it('runs beside other commands on the same database', async () => {
    const { run, url } = await serve();
    expect((await focusracer.start(['event', 'create', 'Summer 10K'])).exitCode).toBe(0);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    run.kill('SIGINT');
    expect((await run).exitCode).toBe(0);
  });

  it('says so where the port is taken, and where a setting is wrong', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const taken = await focusracer.start(['serve', '--port', String(port)]);
    other.close();
    expect(taken.exitCode).toBe(4);
    expect(taken.stderr).toContain(`127.0.0.1:${port}`);
    expect(taken.stderr).toContain('--port');

    const wrong = await focusracer.start(['serve'], { FOCUSRACER_TRUST_PROXY: 'everybody' });
    expect(wrong.exitCode).toBe(78);
    expect(wrong.stderr).toContain('trustProxy');
    expect((await focusracer.run('serve', '--port', 'x')).exitCode).toBe(2);
  });
});
