import { type ImportPreview } from '#contract/import-preview.js';

type Reject = ImportPreview['rejects'][number];

export interface Reason extends Pick<Reject, 'code' | 'field'> {
  times: number;
  /** The first of its lines. */
  lines: number[];
}

/** Lines that are named of one reason: whoever opens the file finds the others alike. */
const mostLines = 3;

/** Every reason for which lines are refused, with how many: the most frequent first. */
export function reasonsOf(rejects: readonly Reject[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { line, code, field } of rejects) {
    const key = `${code} ${field ?? ''}`;
    const reason = reasons.get(key) ?? { code, field, times: 0, lines: [] };
    reason.times++;
    if (reason.lines.length < mostLines) reason.lines.push(line);
    reasons.set(key, reason);
  }
  return [...reasons.values()].sort((a, b) => b.times - a.times);
}
