import { type Import } from '#contract/imports.js';

/** What became of a file: the colour and the word of it. */
export function stateOfImport({ state, dryRun, everybody, accepted, duplicates, rejected, errorCode }: ToldOf) {
  if (state === 'queued') return ['waiting', 'stateQueued'] as const;
  if (state === 'running') return ['running', 'stateRunning'] as const;
  if (state === 'cancelling') return ['running', 'stateCancelling'] as const;
  if (state === 'held') return ['attention', 'stateHeld'] as const;
  if (dryRun && errorCode === 'snapshot_held') return ['attention', 'stateWouldBeHeld'] as const;
  if (errorCode === 'snapshot_refused') return ['unknown', 'stateRefused'] as const;
  if (state === 'cancelled')
    return ['attention', errorCode === 'import_cancelled' ? 'stateCancelled' : 'stateFailed'] as const;
  if (state === 'undoing') return ['running', 'stateUndoing'] as const;
  if (state === 'undone') return ['unknown', 'stateUndone'] as const;
  if (state === 'failed') return ['failed', 'stateFailed'] as const;
  const isNew = accepted > 0 || (everybody && duplicates > 0);
  if (rejected > 0 && isNew) return ['attention', dryRun ? 'stateDryPartly' : 'statePartly'] as const;
  if (rejected > 0) return ['attention', duplicates > 0 ? 'stateKnownPartly' : 'stateNothing'] as const;
  if (!isNew && duplicates > 0) return ['done', 'stateKnown'] as const;
  return ['done', dryRun ? 'stateDry' : 'stateDone'] as const;
}

type ToldOf = Pick<Import, 'state' | 'dryRun' | 'everybody' | 'accepted' | 'duplicates' | 'rejected' | 'errorCode'>;

/** What it said of people and places is not undone: what it replaced is not kept. */
export const isCorrectedLater = ({
  kind,
  state,
  dryRun,
  accepted,
}: Pick<Import, 'kind' | 'state' | 'dryRun' | 'accepted'>) =>
  (kind === 'people' || kind === 'entities') && state === 'done' && !dryRun && accepted > 0;
