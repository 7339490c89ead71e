/**
 * Fits `values` by a weighted sum of the columns of `rows` (normal equations, Gaussian elimination
 * with pivoting: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed., 5.3.2 and 3.4).
 * Columns that say nothing, such as the slopes of a flat picture, get a weight of nearly zero.
 *
 * @returns what is left over of each value
 */
export function fitLeastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): number[] {
  const columns = rows[0]?.length ?? 0;
  const system = Array.from({ length: columns }, () => new Array<number>(columns + 1).fill(0));
  rows.forEach((row, index) => {
    for (let i = 0; i < columns; i += 1) {
      for (let j = 0; j < columns; j += 1) system[i]![j]! += row[i]! * row[j]!;
      system[i]![columns]! += row[i]! * values[index]!;
    }
  });
  for (let i = 0; i < columns; i += 1) system[i]![i]! += RIDGE;
  const weights = solve(system);
  return rows.map((row, index) =>
    row.reduce((left, value, column) => left - value * weights[column]!, values[index]!),
  );
}

/** Keeps the system solvable; next to nothing beside sums of squared grey values. */
const RIDGE = 1e-6;

/** @param system square, with the right-hand side as its last column; is overwritten */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row += 1) {
      if (Math.abs(system[row]![pivot]!) > Math.abs(system[best]![pivot]!)) best = row;
    }
    [system[pivot], system[best]] = [system[best]!, system[pivot]!];
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = system[row]![pivot]! / system[pivot]![pivot]!;
      for (let column = pivot; column <= size; column += 1) {
        system[row]![column]! -= factor * system[pivot]![column]!;
      }
    }
  }
  const weights = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = system[row]![size]!;
    for (let column = row + 1; column < size; column += 1) {
      sum -= system[row]![column]! * weights[column]!;
    }
    weights[row] = sum / system[row]![row]!;
  }
  return weights;
}
