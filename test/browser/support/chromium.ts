import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Linux distributions put it; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/** True where there is no browser to test with; never so where every test has to run. */
export const lacksBrowser = chromiumPath() === undefined && process.env.CI === undefined;

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('There is no chromium: install it, or name it in CHROMIUM.');
  return chromium.launch({
    executablePath,
    // As root in a container it has no sandbox; its pages are our own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
