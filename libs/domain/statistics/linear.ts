/** x of A x = b by Gaussian elimination with pivots; null when A is singular. For the few rows of a test. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const n = rows.length;
  const scale = Math.max(...rows.flat().map(Math.abs), 0);
  for (let column = 0; column < n; column++) {
    let best = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    if (Math.abs(rows[best]![column]!) <= 1e-12 * scale) return null;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= n; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, index) => row[n]! / row[index]!);
}
