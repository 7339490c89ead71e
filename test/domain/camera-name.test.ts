import { describe, expect, it } from 'vitest';
import { cameraName } from '../../core/domain/camera-name.js';

describe('the name of a camera', () => {
  it.each([
    ['Canon', 'Canon EOS 600D', 'Canon EOS 600D'],
    ['NIKON CORPORATION', 'NIKON D750', 'Nikon D750'],
    ['NIKON', 'COOLPIX P1000', 'Nikon COOLPIX P1000'],
    ['OLYMPUS CORPORATION', 'E-M1MarkII', 'Olympus E-M1MarkII'],
    ['OLYMPUS IMAGING CORP.', 'E-M5', 'Olympus E-M5'],
    ['OM Digital Solutions', 'OM-1', 'OM System OM-1'],
    ['FUJIFILM', 'X-T4', 'Fujifilm X-T4'],
    ['FUJI PHOTO FILM CO., LTD.', 'SP-3000', 'Fujifilm SP-3000'],
    ['RICOH IMAGING COMPANY, LTD.', 'PENTAX K-1', 'Pentax K-1'],
    ['EASTMAN KODAK COMPANY', 'KODAK EASYSHARE', 'Kodak EASYSHARE'],
    ['LEICA CAMERA AG', 'LEICA Q2', 'Leica Q2'],
    ['SONY', 'ILCE-7M4', 'Sony ILCE-7M4'],
    ['Apple', 'iPhone 15 Pro', 'Apple iPhone 15 Pro'],
    ['GoPro', 'HERO9 Black', 'GoPro HERO9 Black'],
    ['Acme Imaging Co., Ltd.', 'ACME One', 'Acme One'],
    ['Acme', 'Acmeflex', 'Acme Acmeflex'],
    ['HUAWEI', 'HUAWEI', 'HUAWEI'],
    ['  Canon ', 'Canon  EOS R6', 'Canon EOS R6'],
    [undefined, 'Canon EOS R6', 'Canon EOS R6'],
    ['Canon', undefined, 'Canon'],
  ])('of %s and %s', (make, model, expected) => {
    expect(cameraName(make, model)).toBe(expected);
  });

  it('is none where the photo says nothing', () => {
    expect(cameraName(undefined, undefined)).toBeUndefined();
    expect(cameraName(' ', '')).toBeUndefined();
  });
});
