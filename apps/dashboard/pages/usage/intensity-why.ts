import { type Note } from '#contract/published.js';
import { isWhy } from '#domain/indicators/notes.js';

type Told = { note?: Note | undefined } | null;

/** Why nothing of it is told: what the sources lack, else that too few interacted, however many are there. */
export function intensityWhy({ mean, median }: { mean: Told; median: Told }): Note | 'fromInteractive' {
  const notes = [mean?.note, median?.note].filter(isWhy);
  return notes.find((note) => note !== 'not_published' && note !== 'see_level_above') ?? 'fromInteractive';
}
