import { configuredLanguage } from '../core/configured-language.js';
import { detectLanguage, type Language } from './messages/language.js';

export interface GlobalOptions {
  readonly json: boolean;
  readonly debug: boolean;
  readonly language: Language;
}

/**
 * Options of every command, read before the arguments are parsed: an error in the arguments
 * is already reported in the right language and form.
 */
export function readGlobalOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): GlobalOptions {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return {
    json: options.includes('--json'),
    debug: options.includes('--debug'),
    language: detectLanguage(options, environment, () =>
      configuredLanguage(environment, () => process.cwd()),
    ),
  };
}
