import { rm, writeFile } from 'node:fs/promises';
import { on } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoEnvironment } from '../../../cli/commands/demo/demo-environment.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

describe('focusracer demo', () => {
  let focusracer: Focusracer;
  beforeAll(async () => {
    // An address that nobody answers: the demo must not even look.
    focusracer = await focusracerWithoutDatabase({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      STRIPE_SECRET_KEY: 'sk_live_not_for_the_demo',
    });
    // Of the folder one stands in.
    const project = { shopSecret: 'a secret of another shop altogether' };
    await writeFile(join(focusracer.home, 'focusracer.json'), JSON.stringify(project));
  });
  afterAll(async () => {
    await focusracer.remove();
    await rm(`${focusracer.home}-demo`, { recursive: true, force: true });
  });

  it('opens a shop of its own that shows and sells a runner’s photos, until it is stopped', async () => {
    const demo = focusracer.start(['demo', '--no-open', '--json']);
    const lines = createInterface({ input: demo.stdout });
    const [line] = (await on(lines, 'line').next()).value as [string];
    const said: unknown = JSON.parse(line);
    expect(said).toMatchObject({
      type: 'listening',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      event: expect.stringMatching(/\/events\/demo$/),
      outbox: expect.stringMatching(/\/outbox\/[0-9a-f]{32}$/),
    });
    const { event, outbox } = said as { event: string; outbox: string };
    const gallery = await (await fetch(`${event}?q=1204`)).text();
    expect(new Set(gallery.match(/\/events\/demo\/photos\/[0-9a-f-]{36}\?q=1204/g)).size).toBe(5);
    expect(gallery).toContain('action="/events/demo/cart/bib"');
    expect((await fetch(outbox)).status).toBe(200);

    demo.kill('SIGINT');
    const { exitCode, stderr } = await demo;
    expect(stderr).toContain(`${focusracer.home}-demo`);
    expect(exitCode).toBe(0);
  });
});

describe('the environment of a demo', () => {
  const place = { home: '/somewhere', port: 0 };

  it('has nothing of a real shop', () => {
    const real = {
      DATABASE_URL: 'postgres://real',
      DATABASE_URL_FILE: '/run/secrets/url',
      STRIPE_SECRET_KEY: 'sk_live_1',
      RESEND_API_KEY: 're_1',
      FOCUSRACER_SMTP_URL: 'smtp://real',
      FOCUSRACER_PUBLIC_URL: 'https://photos.example.org',
      FOCUSRACER_HOST: '0.0.0.0',
      NODE_ENV: 'production',
    };
    expect(demoEnvironment(real, place)).toEqual({
      FOCUSRACER_HOME: '/somewhere',
      FOCUSRACER_HOST: '127.0.0.1',
      FOCUSRACER_PORT: '0',
    });
  });

  it('keeps what is the person’s own', () => {
    const own = { PATH: '/bin', LANG: 'fr_FR.UTF-8', FOCUSRACER_LANGUAGE: 'fr' };
    expect(demoEnvironment(own, place)).toMatchObject(own);
  });
});
