import type { Settings } from '../config/settings.js';

/** Who hears of what happens in events that name no address of a seller. */
export interface Operator {
  readonly email: string | undefined;
  readonly language: 'en' | 'fr';
}

/** The setting may hold a telephone number too: only its address takes mail. */
export function operatorOf({
  operatorEmail = '',
  language = 'en',
}: Pick<Settings, 'operatorEmail' | 'language'>): Operator {
  return { email: /[^\s@<>,;()]+@[^\s@<>,;()]+/.exec(operatorEmail)?.[0], language };
}
