/**
 * Shares `people` out in proportion to `weights`. Weights under 10 stay as they are (a site of seven is a site of
 * seven in any demo); the others keep at least a dozen where the number of people allows it. The sum is `people`.
 */
export function shareOut(weights: readonly number[], people: number): number[] {
  const tiny = (weight: number): boolean => weight < 10;
  const kept = weights.filter(tiny).reduce((sum, weight) => sum + weight, 0);
  const large = weights.filter((weight) => !tiny(weight));
  const total = large.reduce((sum, weight) => sum + weight, 0);
  const least = Math.max(3, Math.min(12, Math.floor((people - kept) / (2 * large.length))));
  // Raising the small ones to the least costs the others their share: found by repetition.
  let scale = (people - kept) / total;
  const sized = (weight: number): number => Math.max(least, Math.floor(weight * scale));
  for (let round = 0; round < 40; round++) {
    const sum = large.reduce((all, weight) => all + sized(weight), 0);
    if (sum <= people - kept) break;
    scale *= 0.97;
  }
  const sizes = weights.map((weight) => (tiny(weight) ? weight : sized(weight)));
  // Whatever is left or overdrawn by rounding goes to the largest, where it is not seen.
  const largest = weights.indexOf(Math.max(...weights));
  const given = sizes.reduce((sum, size) => sum + size, 0);
  sizes[largest] = (sizes[largest] ?? 0) + people - given;
  return sizes;
}
