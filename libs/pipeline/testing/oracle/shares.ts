import { type Member } from './roster.js';
import { type Expected, type Formula, type SliceOfRoster } from './slice.js';
import { type Act } from './states.js';

export const share = (of: readonly Member[], test: (member: Member) => boolean): Expected => ({
  part: of.filter(test).length,
  of: of.length,
});
export const number = (value: number | null): Expected => (value === null ? null : { number: value });
export const quotient = (part: number, of: number): Expected => ({ part, of });
export const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

type Test = (slice: SliceOfRoster) => (member: Member) => boolean;
export const did =
  (act: Act): Test =>
  ({ window }) =>
  (member) =>
    window.did(member, act);
export const ofActivated =
  (test: Test): Formula =>
  (slice) =>
    share(
      slice.members.filter(({ activated }) => activated),
      test(slice),
    );

/** Told of places only: neither of levels nor of waves that are lists of people. */
export const ofPlaces =
  (formula: Formula): Formula =>
  (slice) =>
    slice.isPlace ? formula(slice) : null;
export const ofWhole =
  (formula: Formula): Formula =>
  (slice) =>
    slice.isWhole ? formula(slice) : null;
/** Of waves and levels nobody asks. */
export const ofEntities =
  (formula: Formula): Formula =>
  (slice) =>
    slice.by === 'organisation' || slice.by === 'entity' ? formula(slice) : undefined;
