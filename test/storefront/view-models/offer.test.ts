import { describe, expect, it } from 'vitest';
import { photoOffer } from '../../../core/domain/pricing/photo-offer.js';
import { wordsIn } from '../../../storefront/messages/messages.js';
import { offerModel } from '../../../storefront/view-models/offer.js';
import { pack } from '../../domain/pricing/carts.js';

describe('what the viewer says of prices', () => {
  it('has a photo that costs nothing beside one that is not sold', () => {
    const offer = photoOffer([pack({ size: 'web', price: 0 })], new Date());
    expect(offerModel(offer, wordsIn('en'), 'en').prices).toEqual({ hd: undefined, web: '€0.00' });
  });
});
