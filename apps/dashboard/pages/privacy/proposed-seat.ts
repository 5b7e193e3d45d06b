import { type PurposeGate } from '#contract/purpose-gate.js';

/** The one country that the entities are in, or that their names say; of several nobody can tell where the seat is. */
export function proposedSeat({ countries, unsaid }: Pick<PurposeGate, 'countries' | 'unsaid'>): string | null {
  const said = new Set([
    ...countries.map(({ country }) => country),
    ...unsaid.flatMap(({ proposal }) => proposal ?? []),
  ]);
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}
