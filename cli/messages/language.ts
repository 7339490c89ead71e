export type Language = 'en' | 'fr';

const LANGUAGES: readonly string[] = ['en', 'fr'] satisfies Language[];

function isLanguage(text: string): text is Language {
  return LANGUAGES.includes(text);
}

/**
 * The language to speak: `--lang`, else FOCUSRACER_LANGUAGE, else the setting, else the locale of the
 * terminal (LC_ALL, LC_MESSAGES, LANG: the order of POSIX), else English. Read before the
 * arguments are parsed, because `--help` speaks it too.
 */
export function detectLanguage(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  configured: () => string | undefined = () => undefined,
): Language {
  const { FOCUSRACER_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const chosen = languageOption(argv) ?? FOCUSRACER_LANGUAGE ?? configured();
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}

function languageOption(argv: readonly string[]): string | undefined {
  const joined = argv.findLast((argument) => argument.startsWith('--lang='));
  if (joined !== undefined) return joined.slice('--lang='.length);
  const index = argv.lastIndexOf('--lang');
  return index < 0 ? undefined : argv[index + 1];
}
