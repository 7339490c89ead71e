/** One visitor's search by selfie over HTTP, as a browser does it. */
export interface SelfieLoad {
  readonly origin: string;
  readonly slug: string;
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly searches: number;
}

export interface SelfieLoadReport {
  readonly searches: number;
  /** From the first byte sent to the answer, in milliseconds; the first search loads models and faces. */
  readonly firstMs: number;
  readonly latencyMs: { readonly p50: number; readonly p95: number };
}

/** Searches one after the other. Rejects where the storefront does not search: what was measured is not a search. */
export async function loadSelfies(load: SelfieLoad): Promise<SelfieLoadReport> {
  const firstMs = await search(load, 0);
  const latencies: number[] = [];
  for (let index = 1; index <= load.searches; index += 1) latencies.push(await search(load, index));
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return { searches: load.searches, firstMs, latencyMs: { p50: at(0.5), p95: at(0.95) } };
}

async function search({ origin, slug, picture }: SelfieLoad, visitor: number): Promise<number> {
  const url = `${origin}/events/${slug}/selfie`;
  // Each visitor has an address of their own, as behind a proxy: five searches a minute are the limit.
  const headers = { 'x-forwarded-for': `10.255.${visitor >> 8}.${visitor & 255}` };
  const page = await fetch(url, { headers });
  const html = await page.text();
  const [, token] = /\?csrfToken=([^"]+)"/.exec(html) ?? [];
  const [, consent] = /name="consent" value="([^"]+)"/.exec(html) ?? [];
  if (token === undefined || consent === undefined)
    throw new Error(`no form to search by selfie (HTTP ${page.status})`);
  const form = new FormData();
  form.set('consent', consent);
  form.set('picture', new Blob([picture]), 'selfie.jpg');
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const startedAt = performance.now();
  const answer = await fetch(`${url}?csrfToken=${token}`, {
    method: 'POST',
    body: form,
    headers: { ...headers, cookie },
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  const milliseconds = performance.now() - startedAt;
  if (answer.status !== 303) {
    throw new Error(`the selfie was refused (HTTP ${answer.status}): it must show one clear face`);
  }
  return milliseconds;
}
