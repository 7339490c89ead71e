import type { Shop } from '../../core/index.js';
import type { Words } from '../messages/messages.js';

type Settings = Pick<
  Shop['settings'],
  | 'operatorName'
  | 'operatorAddress'
  | 'operatorEmail'
  | 'operatorRegistration'
  | 'operatorHosting'
  | 'operatorMediator'
  | 'vatNumber'
>;

/** A legal page with what is known of the operator and no word of the rest; undefined where there is no such page. */
export function legalModel(page: string, settings: Settings, { legal }: Words) {
  if (page !== 'notice' && page !== 'terms' && page !== 'privacy') return undefined;
  const { operatorRegistration: registration, vatNumber } = settings;
  const { title, sections } = legal.pages[page]({
    name: settings.operatorName,
    address: settings.operatorAddress,
    email: settings.operatorEmail,
    registration,
    // The register's line may have it already.
    vatNumber: vatNumber !== undefined && registration?.includes(vatNumber) ? undefined : vatNumber,
    hosting: settings.operatorHosting,
    mediator: settings.operatorMediator,
  });
  return {
    title,
    sections: sections
      .map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.filter(isSaid) }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

function isSaid(paragraph: string | undefined): paragraph is string {
  return paragraph !== undefined && paragraph !== '';
}
