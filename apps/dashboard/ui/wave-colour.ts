/** The colour of a wave by its rank: the pilot is 0 and always the same; from the fifth on, context grey. */
export const waveColour = (rank: number) =>
  rank >= 0 && rank < 4 ? `var(--wave-${rank + 1})` : 'var(--series-context)';
