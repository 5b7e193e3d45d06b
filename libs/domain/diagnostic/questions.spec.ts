import { type CheckKey, checkOf, signalsOf } from './catalogue.js';
import { verdictOf } from './judge.js';
import { questionOf } from './signal.js';
import { counted, factsOf, noPieces, type Pieces } from './testing/evidence.js';

const rules = { moderators_named: 'done', publication_rules: 'done' } as const;
const below = { numerator: { low: 50, high: 50 }, denominator: { low: 1000, high: 1000 } };

test('one fact is not asked twice: a plan of appointments shows animators and their time', () => {
  const finding = (signal: string, pieces: Partial<Pieces>) =>
    verdictOf('E8', factsOf({ ...noPieces, ...pieces })).findings.find((one) => one.signal === signal);
  const appointments = { running: 3, animated: 2, hours: 13 };
  // The checklist is out of date: what it says is not repeated beside what the plan shows.
  expect(
    finding('animation_time_allotted', { appointments, items: { animation_time_allotted: 'missing' } }),
  ).toMatchObject({ light: 'green', silence: null, state: null, figures: { hours: 13 } });
  expect(finding('animators_named', { appointments })).toMatchObject({ light: 'green', figures: { animated: 2 } });
  const without = { running: 0, animated: 0, hours: 0 };
  expect(finding('animation_time_allotted', { appointments: without })?.silence).toBe('not_said');
  const plan = { communication_plan: 'done' } as const;
  const light = (pieces: Partial<Pieces>) => verdictOf('T10', factsOf({ ...noPieces, items: plan, ...pieces })).light;
  expect([light({ appointments }), light({ appointments: without }), light({})]).toEqual(['green', 'red', 'unknown']);
});

test('an unknown verdict asks for the missing fact, a fault is asked about only where it is seen', () => {
  const asked = (key: CheckKey, pieces: Partial<Pieces>, change: Parameters<typeof factsOf>[1] = {}) => {
    const { ask, findings } = verdictOf(key, factsOf({ ...noPieces, ...pieces }, change));
    const signal = signalsOf(checkOf(key)).find((one) => one.key === ask);
    return (
      signal &&
      questionOf(
        signal,
        findings.find((one) => one.signal === ask)!,
      ).fr
    );
  };
  const few = { K50: counted(50), K51: { ...counted(99), value: 0.049, against: below } };
  expect(asked('E3', { indicators: few })).toContain('Qu’est-ce qui retient les managers');
  expect(asked('E3', {})).toContain('Voit-on les managers sur le réseau');
  const reached = (share: number) => ({ indicators: { K84: counted(share), 'K84.managers': counted(share) } });
  expect(asked('E10', reached(100))).toContain('Qu’est-ce qui a empêché de participer');
  expect(asked('E10', reached(100), { attendanceListed: false })).toContain('Importez les participations');
  // The lists are there: what is not published here is asked for on site.
  expect(asked('E10', {})).not.toContain('Importez');
});

test('a verdict that lacks a part of its evidence is never certain', () => {
  const indicators = { K43: counted(600), K26: counted(600), K40: counted(600) };
  const appointments = { running: 3, animated: 3, hours: 13 };
  const of = (pieces: Partial<Pieces>) =>
    verdictOf('E8', factsOf({ ...noPieces, indicators, appointments, ...pieces })).confidence;
  expect([of({ officialPost: 1 }), of({})]).toEqual(['high', 'medium']);
});

test('what somebody said and no figure bears out is never certain', () => {
  const { light, confidence } = verdictOf('A5', factsOf({ ...noPieces, items: rules }));
  expect([light, confidence]).not.toContain('high');
});
