import { execa } from 'execa';

/**
 * Shows the address in the person's browser. False where there is none to show it in, as over SSH.
 * Nothing is waited for: some browsers end with their last window.
 */
export function openBrowser(
  url: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): boolean {
  const command = browserCommand(platform, environment);
  if (command === undefined) return false;
  const [program, ...options] = command;
  const child = execa(program, [...options, url], {
    stdio: 'ignore',
    detached: true,
    cleanup: false,
    reject: false,
  });
  child.unref();
  return true;
}

type BrowserCommand = readonly [program: string, ...options: string[]];

function browserCommand(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): BrowserCommand | undefined {
  if (environment['SSH_CONNECTION'] !== undefined) return undefined;
  if (platform === 'darwin') return ['open'];
  // rundll32 takes the address as it is; `start` would read "&" in it.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen =
    environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen ? ['xdg-open'] : undefined;
}
