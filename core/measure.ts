import type { measureAccuracy as accuracy } from './bench/accuracy.js';
import type { measureDearest as dearest } from './bench/dearest.js';
import type { measureCrowd as crowd } from './bench/crowd/crowd.js';
import type { measureFaces as faces } from './bench/faces.js';
import type { measureSpeed as speed } from './bench/speed.js';
import type { measureStorefront as storefront } from './bench/storefront.js';

// The measurements, each loaded when it is asked for: they bring the whole engine.

export const measureAccuracy: typeof accuracy = async (...given) => {
  const bench = await import('./bench/accuracy.js');
  return bench.measureAccuracy(...given);
};

export const measureDearest: typeof dearest = async (...given) => {
  const bench = await import('./bench/dearest.js');
  return bench.measureDearest(...given);
};

export const measureFaces: typeof faces = async (...given) => {
  const bench = await import('./bench/faces.js');
  return bench.measureFaces(...given);
};

export const measureSpeed: typeof speed = async (...given) => {
  const bench = await import('./bench/speed.js');
  return bench.measureSpeed(...given);
};

export const measureStorefront: typeof storefront = async (...given) => {
  const bench = await import('./bench/storefront.js');
  return bench.measureStorefront(...given);
};

export const measureCrowd: typeof crowd = async (...given) => {
  const bench = await import('./bench/crowd/crowd.js');
  return bench.measureCrowd(...given);
};
