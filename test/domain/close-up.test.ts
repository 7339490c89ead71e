import { describe, expect, it } from 'vitest';
import { closeUpBox } from '../../core/domain/close-up.js';
import { personBox } from '../../core/domain/person-box.js';

const PHOTO = { width: 3000, height: 2000 };

describe('closeUpBox', () => {
  it('is the person of a small face', () => {
    const face = { left: 0.7, top: 0.4, width: 0.02, height: 0.04 };
    expect(closeUpBox(face, PHOTO)).toEqual(personBox(face, PHOTO));
  });

  it('is none where the person fills the photo anyway', () => {
    const face = { left: 0.4, top: 0.2, width: 0.15, height: 0.25 };
    expect(closeUpBox(face, PHOTO)).toBeUndefined();
  });
});
