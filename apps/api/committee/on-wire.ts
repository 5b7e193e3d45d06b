import { type Committees } from '#contract/committees.js';
import { type Day } from '#domain/calendar/day.js';
import { type Committee, isLate } from '#domain/committee/committee.js';
import { type DecisionRow } from '#storage/steering/decision.repository.js';

type Told<Part extends 'committees' | 'gates'> = Committees[Part][number];

/** Field by field: what a row holds besides stays inside. */
export const committeeOnWire = ({ id, heldOn, participants, items }: Committee, today: Day): Told<'committees'> => ({
  ...{ id, heldOn, participants: [...participants] },
  items: items.map((item) => ({
    ...{ id: item.id, kind: item.kind, text: item.text, owner: item.owner, dueOn: item.dueOn },
    ...{ state: item.state, settledOn: item.settledOn, isLate: isLate(item, today) },
  })),
});

export const gateOnWire = (row: DecisionRow, names: ReadonlyMap<string, string>): Told<'gates'> => ({
  ...{ id: row.id, wave: row.wave, waveName: names.get(row.wave) ?? row.wave, by: row.by },
  ...{ decidedAt: row.decidedAt.toISOString(), decidedOn: row.decidedOn },
  ...{ decision: row.decision, reason: row.reason, recommendation: row.recommendation },
});
