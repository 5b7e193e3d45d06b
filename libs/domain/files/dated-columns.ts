/** Canonical columns of days and instants. */
export const datedColumns: ReadonlySet<string> = new Set([
  ...['occurred_at', 'created_at', 'archived_at', 'valid_from', 'valid_to', 'planned_start', 'planned_end'],
  ...['actual_start', 'actual_end', 'from', 'to', 'date', 'starts_on', 'ends_on', 'period_end', 'kick_off'],
  ...['called_on', 'consent_on', 'meeting_on', 'replaced_on'],
]);
