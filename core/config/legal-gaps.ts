import type { SettingKey, Settings } from './settings.js';

const OPERATOR_SETTINGS = [
  'operatorName',
  'operatorAddress',
  'operatorEmail',
  'operatorRegistration',
  'operatorHosting',
  'operatorMediator',
] as const satisfies readonly SettingKey[];

export type LegalSettings = Pick<Settings, (typeof OPERATOR_SETTINGS)[number] | 'vatNumber'>;

/** What the law asks the legal pages to say, and they leave out because nobody gave it. */
export function legalGaps(settings: LegalSettings): SettingKey[] {
  return OPERATOR_SETTINGS.filter(
    (key) =>
      settings[key] === undefined &&
      // Either names the operator in a public register.
      !(key === 'operatorRegistration' && settings.vatNumber !== undefined),
  );
}
