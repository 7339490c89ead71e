import { request } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { DetectedFace } from '../../core/domain/face.js';
import { markOfSelfieText } from '../../core/domain/selfie-terms.js';
import { publishedEvent } from '../support/gallery-rows.js';
import { madeJpeg } from '../support/made-photos.js';
import type { Browser } from './support/browser.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';
import { multipart, sendUpload, type Part } from './support/upload.js';

const nobody: DetectedFace[] = [];
const point = { x: 0.5, y: 0.5 };
const face: DetectedFace = {
  box: { left: 0.1, top: 0.1, width: 0.2, height: 0.2 },
  landmarks: [point, point, point, point, point],
  confidence: 99,
  quality: 90,
  smile: undefined,
  eyesOpen: undefined,
  embedding: new Float32Array(512).fill(1),
};
/** What the next selfie shows. */
let shown: DetectedFace[];
let storefront: TestStorefront;
let path: string;
let browser: Browser;

beforeAll(async () => {
  storefront = await startStorefront({ describeFaces: () => Promise.resolve(shown) });
  const { slug } = await publishedEvent(storefront.db, 'Face run');
  await query(
    storefront.db,
    `update events set faces = 'index', selfie_legal_basis = 'consent', selfie_notice = 'We compare.',
       selfie_until = current_date + 30`,
  );
  path = `/events/${slug}/selfie`;
});
beforeEach(async () => {
  shown = nobody;
  browser = storefront.browser();
  await query(storefront.db, 'delete from rate_limits');
  await query(storefront.db, 'delete from sessions');
});
afterAll(() => storefront.close());

const text = { language: undefined, legalBasis: 'consent', notice: 'We compare.' };
const consent: Part = { name: 'consent', content: markOfSelfieText(text) };
const picture = (content: Uint8Array | string): Part => ({
  name: 'picture',
  fileName: 'me.jpg',
  content,
});
const send = (parts: readonly Part[], type?: string) =>
  sendUpload(browser, { url: storefront.url, path }, multipart(parts), type);

/** Asked again, with what is wrong in words, and nothing kept of the visitor. */
async function expectRefused(answer: Awaited<ReturnType<typeof send>>, words: string) {
  expect([answer.status, answer.body.toString().includes(words)]).toEqual([400, true]);
  expect(
    await query(storefront.db, `select 1 from sessions where jsonb_exists(data, 'selfies')`),
  ).toEqual([]);
}

describe('a selfie', () => {
  it('that is a PDF is no picture', async () => {
    await expectRefused(
      await send([consent, picture('%PDF-1.7\n%âãÏÓ\n1 0 obj')]),
      'not a JPEG, PNG or WebP',
    );
  });

  it('of 60 megapixels is too large to be unpacked', async () => {
    const blank = { width: 10_000, height: 6_000, channels: 3, background: '#888' } as const;
    const large = await sharp({ create: blank, limitInputPixels: false }).jpeg().toBuffer();
    await expectRefused(await send([consent, picture(large)]), 'more than 50 million pixels');
  });

  it('of more than 12 MB is not read to its end', async () => {
    const large = Buffer.alloc(12 * 1024 * 1024 + 1);
    await expectRefused(await send([consent, picture(large)]), 'larger than 12 MB');
  });

  it('of three faces, or of none, is told apart', async () => {
    const jpeg = await madeJpeg(1);
    await expectRefused(await send([consent, picture(jpeg)]), 'No face was found');
    shown = [face, face, face];
    await expectRefused(await send([consent, picture(jpeg)]), 'several faces');
  });

  it('without consent is not looked at', async () => {
    shown = [face];
    await expectRefused(await send([picture(await madeJpeg(1))]), 'Tick the box first');
  });

  it('is not looked at with a text that the seller has changed since, and says so', async () => {
    shown = [face];
    const consents = () => query(storefront.db, 'select id from selfie_consents order by id');
    const before = await consents();
    const earlier = markOfSelfieText({ ...text, notice: 'We compare, and more.' });
    const form = [{ name: 'consent', content: earlier }, picture(await madeJpeg(1))];
    await expectRefused(await send(form), 'The text has changed');
    expect(await consents()).toEqual(before);
  });

  it('of one face is answered, and of two pictures the first', async () => {
    shown = [face];
    const jpeg = await madeJpeg(1);
    const answer = await send([consent, picture(jpeg), picture('%PDF-1.7')]);
    expect([answer.status, answer.headers.location]).toEqual([303, path]);
    const [agreed] = await query(
      storefront.db,
      'select notice, legal_basis, language from selfie_consents order by given_at desc limit 1',
    );
    expect(agreed).toEqual({ notice: 'We compare.', legal_basis: 'consent', language: null });
  });
});

describe('a form with a file', () => {
  it.each([
    'multipart/form-data',
    'multipart/form-data; boundary=""',
    'multipart/mixed; boundary=x',
  ])('of the type "%s" is refused in words, or as no form of ours', async (type) => {
    const answer = await send([consent, picture('x')], type);
    expect([400, 403]).toContain(answer.status);
    expect(answer.body.toString()).toContain('<h1');
  });

  it('with a thousand fields is read no further than it needs', async () => {
    const fields = Array.from({ length: 1000 }, (_, at) => ({ name: `f${at}`, content: 'x' }));
    await expectRefused(await send([...fields, picture('')]), 'Choose a picture first');
  });

  it('whose visitor goes away in the middle leaves the shop as it was', async () => {
    const page = await browser.get(path);
    const action = page.page
      .querySelector('form[enctype="multipart/form-data"]')
      ?.getAttribute('action');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'Content-Type': 'multipart/form-data; boundary=form-boundary' };
    const leaving = request(new URL(action ?? '', storefront.url), { method: 'POST', headers });
    leaving.on('error', () => undefined);
    const half = multipart([consent, picture(Buffer.alloc(50_000))]).subarray(0, 20_000);
    await new Promise((resolve) => leaving.write(half, resolve));
    const closed = new Promise((resolve) => leaving.once('close', resolve));
    leaving.destroy();
    await closed;
    expect((await browser.get(path)).status).toBe(200);
    expect(storefront.logLines.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
