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
>;

/** A legal page with the operator's particulars, or with visible gaps; undefined where there is no such page. */
export function legalModel(page: string, settings: Settings, { legal }: Words) {
  if (page !== 'notice' && page !== 'terms' && page !== 'privacy') return undefined;
  const { gaps } = legal;
  const text = legal.pages[page]({
    name: settings.operatorName ?? gaps.name,
    address: settings.operatorAddress ?? gaps.address,
    email: settings.operatorEmail ?? gaps.email,
    registration: settings.operatorRegistration ?? gaps.registration,
    hosting: settings.operatorHosting ?? gaps.hosting,
    mediator: settings.operatorMediator ?? gaps.mediator,
  });
  const paragraphs = text.sections.flatMap((section) => section.paragraphs);
  const hasGaps = Object.values(gaps).some((gap: string) =>
    paragraphs.some((paragraph) => paragraph.includes(gap)),
  );
  return { ...text, draftNote: hasGaps ? legal.draftNote : undefined };
}
