import { readFileSync } from 'node:fs';
import { locateDataHome } from './config/data-home.js';
import { findProjectFile } from './config/project-file.js';

/**
 * The setting `language` of the project's focusracer.json, else of the user's config.json, as it
 * is written there, unchecked. A door of its own and without the schema: `--help` speaks this
 * language too and must not wait for the rest of core. What is wrong with a file is told by the
 * command that needs its settings; so is a working folder that is gone.
 */
export function configuredLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: () => string,
): string | undefined {
  try {
    const projectFile = findProjectFile(workingFolder());
    const ofProject = projectFile === undefined ? undefined : languageIn(projectFile);
    return ofProject ?? languageIn(locateDataHome(environment).configFile);
  } catch {
    return undefined;
  }
}

function languageIn(file: string): string | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    if (typeof content !== 'object' || content === null || !('language' in content))
      return undefined;
    return typeof content.language === 'string' ? content.language : undefined;
  } catch {
    return undefined;
  }
}
