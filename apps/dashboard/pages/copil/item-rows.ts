import { type Committee, type CommitteeItem, type Committees } from '#contract/committees.js';

/** An item with the committee that it is of. */
export interface ItemRow extends CommitteeItem {
  heldOn: string;
}

export const rowsOf = ({ heldOn, items }: Committee): ItemRow[] => items.map((item) => ({ ...item, heldOn }));

const rank = ({ state, isLate }: CommitteeItem) => (isLate ? 0 : state === 'open' ? 1 : 2);
const never = '9999-12-31';

/** What was decided or given to somebody, of all committees: late first, then open by their day, then the newest settled. */
export const followedRows = ({ committees }: Committees): ItemRow[] =>
  committees
    .flatMap(rowsOf)
    .filter(({ state }) => state !== 'asked')
    .sort((one, other) => {
      if (rank(one) !== rank(other)) return rank(one) - rank(other);
      if (rank(one) === 2) return (other.settledOn ?? '').localeCompare(one.settledOn ?? '');
      return (one.dueOn ?? never).localeCompare(other.dueOn ?? never);
    });

/** The committee of the address where there is one, else the one to come, else the last. */
export const shownCommittee = ({ committees, next, last }: Committees, asked: string | undefined): Committee | null => {
  const of = (id: string | null | undefined) => committees.find((one) => one.id === id);
  return of(asked) ?? of(next) ?? of(last) ?? null;
};
