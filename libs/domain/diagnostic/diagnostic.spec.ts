import { asListed, masked, undefinedFor } from '../indicators/outcome.js';
import { type CheckKey, checkKeys, checkOf, checksOf, signalsOf } from './catalogue.js';
import { chosenInteractivity } from './facts/interactivity.js';
import { nothingKnown } from './finding.js';
import { verdictOf } from './judge.js';
import { type Light } from './light.js';
import { counted, factsOf, noPieces, type Pieces, ratio, sure } from './testing/evidence.js';

const visions = { vision_problems: 'done', vision_uses: 'done', vision_audience: 'done' } as const;
const noVisions = { vision_problems: 'missing', vision_uses: 'missing', vision_audience: 'missing' } as const;
const rules = { charter: 'done', moderators_named: 'done', publication_rules: 'done' } as const;
const prepared = { content_plan: 'done', launch_checklist: 'done' } as const;
const gap = (managers: number, others: number) => ({
  ...counted(managers),
  value: (managers - others) / 1000,
  against: { numerator: { low: others, high: others }, denominator: { low: 1000, high: 1000 } },
});
const listed = (low: number, high = low) => asListed(counted({ low, high }));

test.each<[CheckKey, Partial<Pieces>, Light]>([
  ['E1', { indicators: { K28: sure(499) }, items: noVisions }, 'red'],
  ['E1', { indicators: { K28: sure(500) }, items: noVisions }, 'amber'],
  ['E1', { indicators: { K28: sure(499) }, items: visions }, 'amber'],
  ['E1', { indicators: { K28: sure(500) }, items: visions }, 'green'],
  ['E1', { indicators: { K28: sure(900) } }, 'unknown'],
  ['E2', { sponsors: 1, sponsorSilent: 28 }, 'green'],
  ['E2', { sponsors: 1, sponsorSilent: 29 }, 'amber'],
  ['E2', { sponsors: 1, sponsorSilent: 56 }, 'amber'],
  ['E2', { sponsors: 1, sponsorSilent: 57 }, 'red'],
  ['E2', { sponsors: 0, sponsorSilent: 1 }, 'red'],
  ['E2', { items: { sponsor_named: 'done' } }, 'unknown'],
  ['E2', { items: { sponsor_named: 'missing' } }, 'red'],
  ['E3', { indicators: { K50: sure(99), K51: gap(99, 50) } }, 'red'],
  ['E3', { indicators: { K50: sure(100), K51: gap(100, 50) } }, 'amber'],
  ['E3', { indicators: { K50: sure(249), K51: gap(249, 180) } }, 'amber'],
  ['E3', { indicators: { K50: sure(250), K51: gap(250, 200) } }, 'unknown'],
  ['E3', { indicators: { K50: sure(250), K51: gap(250, 190) } }, 'green'],
  ['E3', { indicators: { K50: sure(400), K51: gap(400, 401) } }, 'unknown'],
  ['E3', { indicators: { K50: sure(400), K51: gap(400, 470) } }, 'red'],
  ['E3', { indicators: { K50: sure(400) } }, 'unknown'],
  ['E4', { indicators: { K01: sure(949) }, items: { communication_plan: 'done' } }, 'red'],
  ['E4', { indicators: { K01: sure(950) }, items: { communication_plan: 'done' } }, 'green'],
  ['E4', { indicators: { K01: listed(940, 960) }, items: { communication_plan: 'done' } }, 'unknown'],
  ['E4', { indicators: { K01: sure(990) }, items: { communication_plan: 'missing' } }, 'red'],
  ['E5', { workGroups: sure(199), items: { integrations_listed: 'missing' } }, 'amber'],
  ['E5', { workGroups: sure(200), items: { integrations_listed: 'missing' } }, 'green'],
  ['E5', { workGroups: sure(0), items: { integrations_listed: 'done' } }, 'green'],
  ['E5', { workGroups: sure(0) }, 'unknown'],
  ['E6', { indicators: { 'K43.ownerless': sure(251) }, items: rules }, 'red'],
  ['E6', { indicators: { 'K43.ownerless': sure(250) }, items: rules }, 'amber'],
  ['E6', { indicators: { 'K43.ownerless': sure(101) }, items: rules }, 'amber'],
  ['E6', { indicators: { 'K43.ownerless': sure(100) }, items: rules }, 'green'],
  ['E6', { indicators: { 'K43.ownerless': sure(0) }, items: { ...rules, charter: 'missing' } }, 'amber'],
  ['E6', { indicators: { 'K43.ownerless': sure(0) }, items: { charter: 'done' } }, 'unknown'],
  ['E7', { indicators: { K44: sure(799) }, items: prepared }, 'red'],
  ['E7', { indicators: { K44: sure(800) }, items: prepared }, 'green'],
  ['E7', { indicators: { K44: sure(900) }, items: { ...prepared, content_plan: 'missing' } }, 'red'],
  ['E8', { indicators: { K43: sure(501) }, officialPost: 1 }, 'red'],
  ['E8', { indicators: { K43: sure(500) }, officialPost: 1 }, 'amber'],
  ['E8', { indicators: { K43: sure(250) }, officialPost: 14 }, 'green'],
  ['E8', { indicators: { K43: sure(250) }, officialPost: 15 }, 'amber'],
  ['E8', { indicators: { K43: sure(250) }, officialPost: 22 }, 'red'],
  ['E8', { indicators: { K43: sure(100) } }, 'unknown'],
  ['E9', { retention: ratio(0.599) }, 'amber'],
  ['E9', { retention: ratio(0.6) }, 'green'],
  ['E9', { retention: ratio(0.7, 0.55, 0.9) }, 'unknown'],
  ['E3', { indicators: { K50: counted({ low: 197, high: 310 }), K51: ratio(0.2) } }, 'unknown'],
  ['E10', { indicators: { K84: sure(299), 'K84.managers': sure(700) } }, 'red'],
  ['E10', { indicators: { K84: sure(300), 'K84.managers': sure(599) } }, 'red'],
  ['E10', { indicators: { K84: sure(300), 'K84.managers': sure(600) } }, 'green'],
  ['P1', { indicators: { 'K31.ratio': ratio(0.5) }, items: { culture_assessed: 'done' } }, 'green'],
  ['P1', { indicators: { 'K31.ratio': ratio(0.49) }, items: { culture_assessed: 'done' } }, 'amber'],
  ['P2', { items: { needs_assessed: 'done', modules_planned: 'started' } }, 'amber'],
  ['P3', { indicators: { K28: sure(600) }, items: { ...visions, objectives_dated: 'done' } }, 'green'],
  ['P3', { indicators: { K28: sure(600) }, items: visions }, 'unknown'],
  ['A2', { workGroups: sure(300), items: { tool_signed_off: 'done' } }, 'green'],
  ['A3', { indicators: { 'K43.ownerless': sure(50) }, items: { spaces_framed: 'done' } }, 'green'],
  ['A4', { items: { charter: 'done', editorial_charter: 'missing' } }, 'amber'],
  ['A5', { items: { moderators_named: 'missing', publication_rules: 'done' } }, 'red'],
  ['A6', { indicators: { K60: sure(99) }, earlyAmbassadors: 3 }, 'red'],
  ['A6', { indicators: { K60: sure(100) }, earlyAmbassadors: 3 }, 'green'],
  ['A6', { indicators: { K60: sure(100) }, earlyAmbassadors: 0 }, 'red'],
  ['T3', { items: { place_beside_mail_and_chat: 'done', other_tools_stopped: 'not_applicable' } }, 'green'],
])('%s of %j is %s', (key, pieces, expected) => {
  expect(verdictOf(key, factsOf({ ...noPieces, ...pieces })).light).toBe(expected);
});

test('community managers at two levels: a head and local ones (Voirin)', () => {
  const of = (whole: number, local: number) => {
    const pieces: Pieces = {
      indicators: { K84: counted(900), 'K84.managers': counted(900) },
      items: { budget_and_people: 'done' },
      communityManagers: { whole, local },
    };
    return verdictOf('P4', factsOf(pieces)).light;
  };
  expect([of(1, 4), of(1, 0), of(0, 4)]).toEqual(['green', 'amber', 'amber']);
});

test('interactivity chosen beside what is seen (Greffier)', () => {
  const of = (note: string, broadcast: number) =>
    verdictOf(
      'A1',
      factsOf({ indicators: { 'K42.diffusion': sure(broadcast) }, items: { interactivity_chosen: 'done' }, note }),
    ).light;
  expect(of('Commenter, ouvert à tous', 500)).toBe('green');
  expect(of('Commenter, ouvert à tous', 501)).toBe('amber');
  expect(of('read only', 900)).toBe('green');
  expect(of('see the intranet', 100)).toBe('unknown');
  expect(['Réagir et commenter', 'publish', '', null].map(chosenInteractivity)).toEqual(['react', 'post', null, null]);
});

test('with nothing published and nothing declared every check is unknown, and asks something', () => {
  for (const key of checkKeys) {
    for (const facts of [nothingKnown, factsOf(noPieces)]) {
      const verdict = verdictOf(key, facts);
      expect(verdict).toMatchObject({ light: 'unknown', confidence: null, available: 0, origin: null });
      if (facts.openedOn !== null) expect(verdict.ask).not.toBeNull();
    }
  }
});

test('before the opening only what is prepared counts', () => {
  const pieces: Pieces = { ...noPieces, items: { ...prepared, communication_plan: 'done' }, sponsors: 1 };
  const facts = factsOf(pieces, { openedOn: null });
  expect((['E2', 'E4', 'E7', 'E3'] as const).map((key) => verdictOf(key, facts).light)).toEqual([
    'green',
    'green',
    'green',
    'unknown',
  ]);
});

test('why a signal is silent: not zero, not hidden, not measurable', () => {
  const silence = (pieces: Partial<Pieces>, change: Parameters<typeof factsOf>[1] = {}, check: CheckKey = 'E4') =>
    verdictOf(check, factsOf({ ...noPieces, ...pieces }, change)).findings.find(({ origin }) => origin === 'observed')
      ?.silence;
  const invited = { indicators: { K01: listed(0) } };
  expect(silence(invited)).toBeNull();
  expect(silence(invited, { base: 'opened' })).toBe('not_measurable');
  expect(silence(invited, { openedOn: '2026-03-23' })).toBe('too_early');
  expect(silence({})).toBe('not_published');
  expect(silence({ indicators: { K01: masked('see_level_above') } })).toBe('see_level_above');
  expect(silence({ indicators: { K01: undefinedFor() } })).toBe('nobody');
  expect(silence({ indicators: { K01: listed(900, 990) } })).toBe('crosses');
  const ownerless = { indicators: { 'K43.ownerless': undefinedFor('source_without_owners') } };
  expect(silence(ownerless, {}, 'E6')).toBe('not_measurable');
  expect(silence({}, { kind: 'entity' }, 'E9')).toBe('see_level_above');
});

test('lists that nobody keeps are not zeroes', () => {
  const reached = { K84: counted(0), 'K84.managers': counted(0), K60: counted(0) };
  const of = (key: CheckKey, change: Parameters<typeof factsOf>[1]) =>
    verdictOf(key, factsOf({ ...noPieces, indicators: reached }, change));
  expect(of('E10', {}).light).toBe('red');
  expect(of('E10', { attendanceListed: false })).toMatchObject({ light: 'unknown', ask: 'K84' });
  expect(of('A6', { earlyAmbassadors: 1 }).light).toBe('red');
  expect(of('A6', { earlyAmbassadors: null }).light).toBe('unknown');
});

test('the relay of the launch and the habit of ambassadors are told, and change no verdict', () => {
  const of = (key: CheckKey, relayed: number, facts: Parameters<typeof factsOf>[1] = {}) => {
    const indicators = { K01: listed(990), K56: counted(relayed), K62: counted(relayed), K60: counted(200) };
    return verdictOf(key, factsOf({ ...noPieces, indicators, items: { communication_plan: 'done' } }, facts));
  };
  const beside = (key: CheckKey, signal: string, facts: Parameters<typeof factsOf>[1] = {}) =>
    of(key, 0, facts).findings.find((finding) => finding.signal === signal);
  expect([of('E4', 0).light, of('E4', 1000).light]).toEqual(['green', 'green']);
  expect(beside('E4', 'K56')).toMatchObject({ decides: false, light: null, measured: { value: 0 } });
  expect(beside('E3', 'K56')).toMatchObject({ decides: false, light: null, silence: null });
  expect(beside('P4', 'K62', { earlyAmbassadors: 1 })).toMatchObject({ decides: false, light: null, silence: null });
  expect(beside('A6', 'K62', { earlyAmbassadors: null })?.silence).toBe('not_said');
});

test('confidence falls with few people, bands and missing signals', () => {
  const of = (numerator: Parameters<typeof counted>[0], people: number, items: Pieces['items']) =>
    verdictOf(
      'E10',
      factsOf({
        ...noPieces,
        items,
        indicators: { K84: counted(numerator, people), 'K84.managers': counted(numerator, people) },
      }),
    ).confidence;
  const all = { support_plan: 'done', faq: 'done', vendor_support: 'done' } as const;
  expect(of(900, 1000, all)).toBe('high');
  expect(of(900, 1000, {})).toBe('medium');
  expect(of(55, 59, all)).toBe('low');
  expect(of({ low: 90, high: 92 }, 100, all)).toBe('medium');
});

test('keys of signals are unique in a check, and every check has its place', () => {
  for (const key of checkKeys) {
    const keys = signalsOf(checkOf(key)).map((signal) => signal.key);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect((['error', 'pillar', 'action', 'takeaway'] as const).map((kind) => checksOf(kind).length)).toEqual([
    10, 4, 6, 10,
  ]);
});
