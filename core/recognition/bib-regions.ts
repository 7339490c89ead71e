import type { Box } from '../domain/geometry.js';
import type { PixelRect } from './text-canvas.js';

/** A part of the picture to search for text, and how much to enlarge it for that. */
export interface SearchRegion {
  readonly source: PixelRect;
  /** Canvas pixels per picture pixel. */
  readonly scale: number;
  /** The face above it; undefined for the whole picture. */
  readonly face: Box | undefined;
}

/** How to look at the torsos below faces. Reaches are in face widths from the chin's centre. */
export interface TorsoLook {
  readonly side: number;
  readonly from: number;
  readonly to: number;
  /**
   * How many canvas pixels wide a face becomes: the most as long as all regions together stay
   * below `comfortableArea`, less in a crowd.
   */
  readonly faceSize: { readonly least: number; readonly most: number };
  /** Canvas pixels. */
  readonly comfortableArea: number;
  /** Canvas pixels per picture pixel at most: enlarging further shows nothing new. */
  readonly maximumScale: number;
  /** Picture pixels; bibs of smaller faces are not legible. */
  readonly minimumFace: number;
  /** Canvas pixels for all regions together; the largest faces come first. */
  readonly areaBudget: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The torso below each face, cut to the picture, larger faces first, as far as the area
 * budget goes (but at least one).
 */
export function torsoRegions(
  faces: readonly Box[],
  picture: Size,
  look: TorsoLook,
): SearchRegion[] {
  const ordered = faces.toSorted((a, b) => b.width - a.width || a.left - b.left || a.top - b.top);
  const regionsAt = (faceSize: number) =>
    ordered.flatMap((face) => torsoRegion(face, picture, look, faceSize));
  const { least, most } = look.faceSize;
  const regions = regionsAt(most);
  const shrinking = Math.sqrt(look.comfortableArea / areaOf(regions));
  if (shrinking >= 1) return regions;
  return withinBudget(regionsAt(Math.max(least, most * shrinking)), look.areaBudget);
}

function withinBudget(regions: readonly SearchRegion[], budget: number): SearchRegion[] {
  let area = 0;
  return regions.filter((region, index) => {
    const needed = areaOf([region]);
    if (index > 0 && area + needed > budget) return false;
    area += needed;
    return true;
  });
}

/** Canvas pixels that the regions take. */
function areaOf(regions: readonly SearchRegion[]): number {
  return regions.reduce(
    (area, { source, scale }) => area + source.width * source.height * scale * scale,
    0,
  );
}

function torsoRegion(face: Box, picture: Size, look: TorsoLook, faceSize: number): SearchRegion[] {
  const size = face.width * picture.width;
  const centre = (face.left + face.width / 2) * picture.width;
  const chin = (face.top + face.height) * picture.height;
  const left = Math.max(0, Math.round(centre - look.side * size));
  const right = Math.min(picture.width, Math.round(centre + look.side * size));
  const top = Math.max(0, Math.round(chin + look.from * size));
  const bottom = Math.min(picture.height, Math.round(chin + look.to * size));
  // Where the picture ends right below the chin there is no room for a bib.
  if (size < look.minimumFace || right - left < size || bottom - top < size / 2) return [];
  const scale = Math.min(look.maximumScale, faceSize / size);
  return [{ source: { left, top, width: right - left, height: bottom - top }, scale, face }];
}

/** All of the picture, its longer side `side` canvas pixels at most. */
export function wholePicture(picture: Size, side: number): SearchRegion {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  return {
    source: { left: 0, top: 0, width: picture.width, height: picture.height },
    scale,
    face: undefined,
  };
}
