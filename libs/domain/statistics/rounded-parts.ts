/**
 * Parts rounded to whole `step`s so that what is shown adds up to the rounded whole (largest remainders, Hamilton): each
 * lies less than a step from its value.
 */
export function roundedParts(parts: readonly number[], step: number): number[] {
  // A whisker, because steps of a tenth of a percent do not come out even.
  const exact = parts.map((part) => part / step + 1e-9);
  const floors = exact.map(Math.floor);
  const left = Math.round(exact.reduce((sum, part) => sum + part, 0)) - floors.reduce((sum, part) => sum + part, 0);
  const remainder = (at: number) => exact[at]! - floors[at]!;
  const raised = new Set([...exact.keys()].sort((a, b) => remainder(b) - remainder(a)).slice(0, left));
  return floors.map((floor, at) => (floor + Number(raised.has(at))) * step);
}
