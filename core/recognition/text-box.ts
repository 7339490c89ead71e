/**
 * A rectangle in picture pixels that may be turned: its centre, its extent along and
 * across the line of text, and the angle in radians (clockwise, y downwards) of that line.
 */
export interface TextBox {
  readonly centreX: number;
  readonly centreY: number;
  /** Along the line. */
  readonly width: number;
  /** Across the line. */
  readonly height: number;
  readonly angle: number;
}

/** The upright rectangle around a turned one, in the same pixels. */
export function boundsOf(box: TextBox): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const cos = Math.abs(Math.cos(box.angle));
  const sin = Math.abs(Math.sin(box.angle));
  const halfWidth = (box.width * cos + box.height * sin) / 2;
  const halfHeight = (box.width * sin + box.height * cos) / 2;
  return {
    left: box.centreX - halfWidth,
    top: box.centreY - halfHeight,
    right: box.centreX + halfWidth,
    bottom: box.centreY + halfHeight,
  };
}

/**
 * The smallest rectangle, at any angle, around a set of points given as x0, y0, x1, y1 ...
 * One side of it lies on a side of the convex hull, so only those angles are tried.
 * The angle returned is within 45 degrees of horizontal unless the rectangle stands
 * clearly on end.
 */
export function smallestBox(points: readonly number[]): TextBox {
  const hull = convexHull(points);
  let best: TextBox | undefined;
  for (let at = 0; at < hull.length; at += 2) {
    const next = (at + 2) % hull.length;
    const angle = Math.atan2(
      (hull[next + 1] ?? 0) - (hull[at + 1] ?? 0),
      (hull[next] ?? 0) - (hull[at] ?? 0),
    );
    const box = extentAt(hull, uprightAngle(angle));
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  return best ?? extentAt(points, 0);
}

/** The same line direction within 45 degrees of horizontal: text runs along, not down. */
function uprightAngle(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - quarter * Math.round(angle / quarter);
}

function extentAt(points: readonly number[], angle: number): TextBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [minAlong, maxAlong, minAcross, maxAcross] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    minAlong = Math.min(minAlong, along);
    maxAlong = Math.max(maxAlong, along);
    minAcross = Math.min(minAcross, across);
    maxAcross = Math.max(maxAcross, across);
  }
  const along = (minAlong + maxAlong) / 2;
  const across = (minAcross + maxAcross) / 2;
  return {
    centreX: along * cos - across * sin,
    centreY: along * sin + across * cos,
    width: maxAlong - minAlong,
    height: maxAcross - minAcross,
    angle,
  };
}

/** Andrew's monotone chain; the points must come ordered by x, then y. */
function convexHull(points: readonly number[]): number[] {
  const lower = chain(points, 0, points.length, 2);
  const upper = chain(points, points.length - 2, -2, -2);
  return [...lower.slice(0, -2), ...upper.slice(0, -2)];
}

function chain(points: readonly number[], from: number, to: number, step: number): number[] {
  const hull: number[] = [];
  for (let at = from; at !== to; at += step) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    while (hull.length >= 4 && !turnsLeft(hull, x, y)) hull.length -= 2;
    hull.push(x, y);
  }
  return hull;
}

function turnsLeft(hull: readonly number[], x: number, y: number): boolean {
  const [ax = 0, ay = 0, bx = 0, by = 0] = hull.slice(-4);
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
}
