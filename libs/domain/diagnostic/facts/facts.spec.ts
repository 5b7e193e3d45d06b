import { say } from '../../sentences/say.js';
import { diagnose } from '../diagnosis.js';
import { counted, factsOf, noPieces, today } from '../testing/evidence.js';
import { workGroupShare } from './groups.js';
import { isToldAlone, retentionFall, retentionKept } from './retention.js';

test('retention: only cohorts read at both lags, of the last twelve weeks, between the published ends', () => {
  const row = (cohort: string, lag: number, people: number, active: [number, number]) => ({
    ...{ cohort, cohortEnd: cohort, lag, active },
    people: [people, people] as const,
  });
  const old = [row('2025-06-02', 4, 100, [90, 90]), row('2025-06-02', 12, 100, [10, 10])];
  const both = [row('2025-12-29', 4, 100, [50, 50]), row('2025-12-29', 12, 100, [29, 31])];
  const young = [row('2026-02-02', 4, 100, [99, 99])];
  expect(retentionFall([...old, ...young], today, null)).toBeNull();
  const joined = both.map((one) => ({ ...one, cohort: '2025-12-08' }));
  expect(retentionFall(joined, today, null)).toBeNull();
  expect(retentionFall([...old, ...both, ...young], today, null)).toMatchObject({
    value: 0.6,
    // 29 and 31 of 100 after 50: by chance alone 0.40 to 0.83, and 0.44 to 0.88.
    low: expect.closeTo(0.403, 3),
    high: expect.closeTo(0.882, 3),
    n: 100,
  });
  // Nine hundred who were there before the history begins are no arrivals.
  const there = [row('2025-12-22', 4, 900, [890, 890]), row('2025-12-22', 12, 900, [880, 880])];
  expect(retentionFall([...there, ...both], today, '2025-12-22')).toEqual(retentionFall(both, today, null));
  expect(retentionFall(there, today, '2025-12-22')).toBeNull();
});

test('retention read at one age only is not called unpublished: the page of use tells it', () => {
  const row = { cohort: '2026-01-05', cohortEnd: '2026-01-05', lag: 8, people: [60, 60], active: [30, 32] } as const;
  expect(isToldAlone(row, null)).toBe(true);
  expect(isToldAlone({ ...row, cohort: '2025-12-08' }, null)).toBe(false);
  expect(isToldAlone(row, '2026-01-05')).toBe(false);
  expect(isToldAlone({ ...row, active: [0, 40] }, null)).toBe(false);
  const silenceOf = (arrivals: boolean) => retentionKept.read(factsOf({ ...noPieces, arrivals })).silence;
  expect([silenceOf(true), silenceOf(false)]).toEqual(['one_reading', 'not_published']);
});

test('groups for work: among those whose kind is declared', () => {
  const kinds = ['project', 'Processus', 'trade', null, ''].map((kind) => ({ kind }));
  expect(workGroupShare(kinds)).toMatchObject({ value: 2 / 3, n: 3 });
  expect(workGroupShare([{ kind: null }])).toBeNull();
});

test('the sentence never outruns the evidence', () => {
  const of = (people: number) =>
    diagnose(factsOf({ ...noPieces, indicators: { K84: counted(0, people), 'K84.managers': counted(0, people) } }));
  expect(say(of(1000).sentence, 'fr')).toContain('1 erreur sur dix appelle une décision');
  expect(say(of(30).sentence, 'fr')).toContain('1 erreur sur dix semble présente, sur trop peu pour en être sûr');
  expect(say(of(30).sentence, 'en')).toContain('9 are still unanswered');
  expect(of(1000).ask).toEqual({ check: 'E10', signal: 'K84' });
  expect(diagnose(factsOf(noPieces)).sentence.key).toBe('diagnostic.unknown');
});

test('each error is named with its own evidence: one that is sure does not make another so', () => {
  const indicators = {
    ...{ K84: counted(0, 1000), 'K84.managers': counted(0, 1000) },
    ...{ K43: counted(15, 20), 'K43.ownerless': counted(15, 20) },
  };
  const { sentence } = diagnose(factsOf({ ...noPieces, indicators }));
  expect(say(sentence, 'fr')).toBe(
    '1 erreur sur dix appelle une décision\u202f: on accompagne trop peu. ' +
      '2 autres semblent présentes, sur trop peu pour en être sûr\u202f: il n’y a pas de gouvernance, on anime trop peu. ' +
      '7 restent sans réponse.',
  );
  expect(say(sentence, 'en')).toContain('2 others seem present, on too little to be sure');
});
