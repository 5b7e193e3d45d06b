import { type WaveRow } from '#connectors/csv/rows.js';
import { type Located } from '#connectors/rejection.js';
import { type Reject } from '#storage/import/import-rejects.js';
import { type WaveInput } from '#storage/directory/rollout.js';

const kinds = new Set(['choice', 'forerunners', 'pilot', 'rollout']);

/** What the planning page cannot do without. A wave that does not say what it is, is one of the rollout. */
export function waveInput({ line, row }: Located<WaveRow>): WaveInput | Reject {
  const kind = row.kind?.toLowerCase() ?? 'rollout';
  const refuse = (code: string, field: string, message: string) => ({ line, id: row.waveId, code, field, message });
  if (!kinds.has(kind))
    return refuse('unknown_wave_kind', 'kind', 'The kind is choice, forerunners, pilot or rollout.');
  const { plannedStart, plannedEnd } = row;
  if (plannedStart === null) return refuse('missing_field', 'planned_start', 'This field must be given.');
  if (plannedEnd === null) return refuse('missing_field', 'planned_end', 'This field must be given.');
  return { ...row, kind, plannedStart, plannedEnd };
}
