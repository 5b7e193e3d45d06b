const steps = [1, 2, 5, 10, 20, 50, 100];

/** The ages in weeks that an axis from one to another names: multiples of a round number, at most so many of them. */
export function roundWeeks(first: number, last: number, most: number): number[] {
  const within = (step: number) => {
    const from = Math.ceil(first / step);
    return Array.from({ length: Math.max(0, Math.floor(last / step) - from + 1) }, (_, at) => (from + at) * step);
  };
  return steps.map(within).find((weeks) => weeks.length <= Math.max(1, most)) ?? [];
}
