import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPublicAssets } from '../../../storefront/public-assets.js';

const FOLDER = new URL('../../../storefront/public/css/', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', FOLDER), 'utf8');

/** The custom properties of the block that begins with this selector. */
function block(selector: string): Map<string, string> {
  const from = tokens.indexOf(`${selector} {`);
  const body = tokens.slice(from, tokens.indexOf('}', from));
  return new Map(
    [...body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const light = block('\n:root');
const darkByDevice = block(":root:not([data-theme='light'])");
const darkBySwitch = block(":root[data-theme='dark']");
const THEMES = { light, dark: new Map([...light, ...darkBySwitch]) };

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['--paper', '--surface', '--sunken'];
const TEXT_PAIRS = [
  ...['--ink', '--ink-soft', '--accent', '--bad'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground]),
  ),
  ['--on-volt', '--volt'],
  ['--on-night', '--night'],
  ['--on-night-soft', '--night'],
  ['--volt', '--night'],
  ['--good', '--good-ground'],
  ['--bad', '--bad-ground'],
  ['--warn', '--warn-ground'],
];
const SHAPE_PAIRS = ['--line-strong', '--focus', '--edge'].flatMap((shape) =>
  GROUNDS.map((ground) => [shape, ground]),
);

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colour = (name: string) => THEMES[theme].get(name) ?? '';

  it.each(TEXT_PAIRS)('%s can be read on %s (4.5 : 1)', (text = '', ground = '') => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('%s can be made out on %s (3 : 1)', (shape = '', ground = '') => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the stylesheets', () => {
  it('give the same dark theme to a dark device and to the switch', () => {
    expect([...darkByDevice]).toEqual([...darkBySwitch]);
    expect(darkBySwitch.size).toBeGreaterThan(15);
  });

  it('use no token that does not exist', () => {
    for (const file of readdirSync(FOLDER)) {
      const css = readFileSync(new URL(file, FOLDER), 'utf8');
      const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
      for (const [, name = ''] of css.matchAll(/var\((--[\w-]+)/g))
        expect.soft(light.has(name) || own.has(name), `${name} in ${file}`).toBe(true);
    }
  });

  it('are small, with the letters', () => {
    const sizes = ['tokens', 'base', 'layout', 'controls', 'surfaces'].map(
      (name) => statSync(new URL(`${name}.css`, FOLDER)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000);
    const fonts = [...readPublicAssets().fonts.values()].map((file) => statSync(file).size);
    expect(fonts.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });
});
