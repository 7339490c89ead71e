import type { BuyerDetails } from '../../domain/order.js';

export function isSameBuyer(one: BuyerDetails, other: BuyerDetails): boolean {
  return one.name === other.name && one.company === other.company && one.address === other.address;
}

const NOBODY: BuyerDetails = { name: undefined, company: undefined, address: undefined };

/** No more than an envelope has; nothing where nothing was typed. */
export function tidied(typed: BuyerDetails | undefined): BuyerDetails {
  const { name, company, address } = typed ?? NOBODY;
  const line = (text = '') => text.replace(/\s+/g, ' ').trim().slice(0, 120) || undefined;
  const lines = (address ?? '').split(/\r?\n/).flatMap((one) => line(one) ?? []);
  return {
    name: line(name),
    company: line(company),
    address: lines.length === 0 ? undefined : lines.slice(0, 6).join('\n'),
  };
}
