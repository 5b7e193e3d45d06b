import { say } from '../sentences/say.js';
import { type Alerts } from './alerts.js';
import { type Course } from './course.js';
import { attentionTo, attentionToSmall, evidenceOf, pageSentence, questionOf, sayAlert } from './say-alerts.js';

const expected = { value: 0.53, low: 0.4, high: 0.66, peers: 23 };
const week = (weekEnd: string, share: number, p: number) => ({
  ...{ weekEnd, share, of: 100, expected, p },
  people: { low: 100 * share - 1, high: 100 * share + 1 },
});
const turin: Course = {
  ...{ place: 'turin', wave: null, headcount: 100, opened: true, window: 7, against: 'peers' },
  weeks: [week('2026-11-01', 0.5, 0.4), week('2026-11-08', 0.04, 0.001), week('2026-11-15', 0.04, 0.001)],
};
const named = { fr: 'Turin', en: 'Turin' };
const declared = (plan: 'ahead' | 'behind') => () => ({ name: named, invited: 1, ambassadors: 3, plan });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('ahead of its plan and stalling are told together, wherever either is', () => {
  expect(plain(say(evidenceOf(turin, 'ahead')!, 'fr'))).toBe(
    'En avance sur son plan d’activation, mais environ 4 % des personnes se sont connectées sur 7 jours (3 à 5 sur 100, au 15 novembre 2026), environ 53 % attendus (40 % à 66 %, d’après 23 entités comparables) : environ 49 personnes de moins, depuis 2 semaines.',
  );
  const alert = { cause: { kind: 'entity', place: 'turin' } as const, courses: [turin] };
  expect(say(attentionTo(alert, declared('ahead'))!, 'en')).toBe(
    'Turin falls behind: ahead of its activation plan, but about 4% of the people signed in over 7 days (3 to 5 of 100, by 15 November 2026), about 53% expected (40% to 66%, from 23 comparable entities), for 2 weeks.',
  );
  expect(say(sayAlert(alert, declared('ahead')).question, 'en')).toBe('What changed around 8 November 2026?');
});

test('against a plan alone, those activated by a day are held against those planned by it', () => {
  const late = { ...turin, against: 'plan' as const, window: 28 as const };
  expect(plain(say(evidenceOf(late, 'behind')!, 'fr'))).toMatch(
    /^Environ 4 % des personnes sont activées \(3 à 5 sur 100, au 15 novembre 2026\), 53 % prévues par le plan :/,
  );
  const point = attentionTo({ cause: { kind: 'entity', place: 'turin' }, courses: [late] }, declared('behind'))!;
  expect(plain(say(point, 'fr'))).toBe(
    'Turin décroche : environ 4 % des personnes sont activées (3 à 5 sur 100, au 15 novembre 2026), 53 % prévues, depuis 2 semaines.',
  );
});

test('late on its plan too, it is only said to fall behind', () => {
  expect(say(evidenceOf(turin, 'behind')!, 'en')).toMatch(/^About 4% of the people/);
});

test('below in every week that is read, it began before', () => {
  const always = { ...turin, weeks: turin.weeks.slice(1) };
  expect(say(evidenceOf(always, 'unknown')!, 'en')).toContain('for at least 2 weeks');
  const alert = { cause: { kind: 'entity', place: 'turin' } as const, courses: [always] };
  expect(say(sayAlert(alert, declared('ahead')).question, 'en')).toBe('What changed before 8 November 2026?');
});

test('a small one that falls behind is named among what asks for a decision, in people', () => {
  const weeks = turin.weeks.map((each) => ({ ...each, of: 46, people: { low: 6, high: 8 }, share: 7 / 46 }));
  const small = { ...turin, headcount: 46, weeks };
  const point = attentionToSmall(small, { name: named, plan: 'ahead' })!;
  expect(point.node).toBe('turin');
  expect(say(point, 'en')).toMatch(
    /^Turin falls behind: ahead of its activation plan, but 6 to 8 people of 46 signed in over 7 days \(by 15 November 2026\), about 24 expected \(18 to 30, from 23 comparable entities\), for 2 weeks\. To be called\.$/,
  );
  expect(attentionToSmall(turin, { name: named, plan: 'ahead' })).toBeNull();
});

test('a place read with others, or the own staff of a parent, is named as on every page, in both languages', () => {
  const name = { fr: 'France, équipe centrale', en: 'France, central team' };
  const staff = () => ({ ...declared('behind')(), name, ambassadors: 0 });
  const alert = { cause: { kind: 'entity', place: 'turin' } as const, courses: [turin] };
  const point = attentionTo(alert, staff)!;
  expect([say(point, 'fr'), say(point, 'en')]).toEqual([
    expect.stringMatching(/^France, équipe centrale décroche/),
    expect.stringMatching(/^France, central team falls behind/),
  ]);
  expect(say(questionOf(turin, staff()), 'en')).toBe('Who could be an ambassador at France, central team?');
});

test('the headline names whom to call, small ones too', () => {
  const small = { ...turin, headcount: 46 };
  const found = { alerts: [], small: [small], low: [small], back: [], onCourse: [turin], unknown: [] };
  const headline = (of: Alerts, language: 'fr' | 'en') =>
    plain(
      say(
        pageSentence(of, '2026-11-15', () => named),
        language,
      ),
    );
  expect(headline(found, 'fr')).toBe(
    '1 appel à passer cette semaine : Turin. Sur 1 entité que l’on peut juger sur 2, aucune ne décroche ; la seule trop petite pour une alerte décroche.',
  );
  const four = { ...found, small: [small, small, small, small], low: [small, small, small, small] };
  expect(headline(four, 'en')).toMatch(/^4 calls to make this week: Turin, Turin, Turin and 1 other\. /);
  // A declared event answers no telephone: those it explains do.
  const shock = { key: 'strike', name: 'Strike', startsOn: '2026-11-02', endsOn: null, places: [] };
  const struck = { ...found, alerts: [{ cause: { kind: 'shock', shock } as const, courses: [turin, turin] }], low: [] };
  expect(headline(struck, 'en')).toMatch(/^2 calls to make this week: Turin, Turin\. 1 alert for/);
});
