import { type Outcome } from '../indicators/indicator.js';
import { say } from '../sentences/say.js';
import { communitiesSentence, groupsWait } from './overview.js';

const outcome = (low: number, high: number, of: number): Outcome => {
  const value = (low + high) / 2 / of;
  return {
    ...{ numerator: { low, high }, denominator: { low: of, high: of }, n: of },
    ...{ value, low: low / of, high: high / of, shown: 'value' },
  };
};
const listed = (count: number, waits = true) => ({ listed: count, heard: true, waits });
const told = (silent: Outcome, groups: number) =>
  say(communitiesSentence({ low: groups, high: groups }, silent, outcome(81, 81, 100), listed(groups)), 'fr').replace(
    /[\u00a0\u202f]/g,
    ' ',
  );

describe('what is said of the groups', () => {
  it('counts few of them out, where a share would be the middle of a band', () => {
    expect(told(outcome(0, 2, 6), 6)).toBe(
      'Les groupes vivent : au plus 2 en sommeil sur 6 de plus de 28 jours, et 81 % des publications trouvent un écho.',
    );
    expect(told(outcome(4, 6, 6), 6)).toBe(
      'Sur 6 groupes de plus de 28 jours, 4 à 6 sont en sommeil ; 81 % des publications trouvent un écho.',
    );
  });

  it('says of groups that are known and not published this week that they are, and when they will be', () => {
    const none = outcome(0, 0, 1);
    expect(say(communitiesSentence(null, none, none, listed(6)), 'fr')).toMatch(
      /^6\sgroupes connus.*blocs? de quatre semaines/,
    );
    expect(say(communitiesSentence(null, none, none, listed(1)), 'en')).toMatch(/^1\sgroup known.*block of four weeks/);
    const silence = { listed: 0, heard: false, waits: true };
    expect(say(communitiesSentence(null, none, none, silence), 'fr')).toBe('Aucun groupe n’est encore connu.');
  });

  it('says that events name groups where no list of them came', () => {
    const none = outcome(0, 0, 1);
    expect(say(communitiesSentence(null, none, none, listed(0)), 'fr')).toMatch(
      /^Les événements nomment des groupes.*blocs? de quatre semaines/,
    );
    expect(say(communitiesSentence(null, none, none, listed(0)), 'en')).toMatch(/^Events name groups.*block/);
  });

  it('gives no reason that is not the reason: of 200 people with a directory nothing waits', () => {
    expect([groupsWait(320, '2026-11-15'), groupsWait(199, '2026-11-15'), groupsWait(0, '2026-11-15')]).toEqual([
      ...[false, true, true],
    ]);
    expect(groupsWait(199, '2026-11-22')).toBe(false);
    const none = outcome(0, 0, 1);
    expect(say(communitiesSentence(null, none, none, listed(6, false)), 'fr')).toMatch(
      /^6\sgroupes connus.*cette semaine/,
    );
    expect(say(communitiesSentence(null, none, none, listed(0, false)), 'en')).toMatch(
      /^Events name groups.*this week/,
    );
    for (const known of [listed(6, false), listed(0, false)])
      expect(say(communitiesSentence(null, none, none, known), 'en')).not.toMatch(/200/);
  });

  it('says that none is silent where none can be', () => {
    expect(told(outcome(0, 0, 9), 9)).toBe(
      'Les groupes vivent : aucun n’est en sommeil sur 9 de plus de 28 jours, et 81 % des publications trouvent un écho.',
    );
  });

  it('is a share of many, or of a number that is exact', () => {
    expect(told(outcome(9, 11, 80), 80)).toMatch(/^Les groupes vivent : environ 13 % sont en sommeil sur 80/);
    expect(told(outcome(1, 1, 6), 6)).toMatch(/^Les groupes vivent : 17 % sont en sommeil sur 6/);
  });
});
