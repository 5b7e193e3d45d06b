import { say } from './say.js';
import { sentence } from './sentence.js';
import { texts } from './texts.js';
import { wordings } from './wording.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a plan that runs late, in both languages', () => {
  const told = { low: 4980, high: 4980, of: 8300, planned: 0.66, day: '' };
  const late = sentence('rollout.behind', { ...told, from: 12, to: 12 });
  expect(plain(say(late, 'fr'))).toBe(
    'Le déploiement a 12 jours de retard : 60 % des 8 300 personnes prévues sont activées, 66 % étaient attendues.',
  );
  expect(say(late, 'en')).toBe(
    'The rollout is 12 days behind: 60% of the 8,300 people planned are activated, 66% were expected.',
  );
  const between = sentence('rollout.ahead', { ...told, high: 4990, from: -44, to: -40, day: '2021-02-28' });
  expect(plain(say(between, 'fr'))).toContain('a 40 à 44 jours d’avance : environ 60 %');
  expect(plain(say(between, 'fr'))).toContain('activées au 28 février 2021');
});

test('a rollout on time says its days beside its shares', () => {
  const told = { low: 1261, high: 1261, of: 1502, planned: 0.79, day: '' };
  expect(plain(say(sentence('rollout.on_time', { ...told, from: -6, to: -6 }), 'fr'))).toBe(
    'Le déploiement suit son plan : 84 % des 1 502 personnes prévues sont activées, 79 % étaient attendues, soit 6 jours d’avance ; sous une semaine, il est à l’heure.',
  );
  const open = sentence('rollout.on_time', { ...told, from: -20, to: 3 });
  expect(say(open, 'en')).toMatch(/; what is published leaves from 20 days ahead to 3 days behind\.$/);
});

test('French keeps its narrow spaces', () => {
  expect(
    say(sentence('rollout.on_time', { low: 50, high: 50, of: 100, planned: 0.5, day: '', from: 0, to: 0 }), 'fr'),
  ).toContain('plan\u202f: 50\u202f%');
});

test.each([
  [{ low: 42, high: 42, of: 100 }, '42 %', '42%'],
  [{ low: 41, high: 43, of: 100 }, 'environ 42 %', 'about 42%'],
  [{ low: 3, high: 97, of: 297 }, 'entre 1 % et 33 %', 'between 1% and 33%'],
  [{ low: 90, high: 104, of: 100 }, 'au moins 90 %', 'at least 90%'],
  [{ low: 18, high: 22, of: 40 }, '18 à 22 personnes sur 40', '18 to 22 people of 40'],
  [{ low: 0, high: 2, of: 40 }, 'au plus 2 personnes sur 40', 'at most 2 people of 40'],
  [{ low: 38, high: 40, of: 40 }, 'au moins 38 personnes sur 40', 'at least 38 people of 40'],
  [{ low: 0, high: 2, of: 100 }, 'au plus 2 %', 'at most 2%'],
  [{ low: 98, high: 100, of: 100 }, 'au moins 98 %', 'at least 98%'],
  [{ low: 0, high: 2, of: 8300 }, 'moins de 1 %', 'less than 1%'],
  [{ low: 8298, high: 8298, of: 8300 }, 'plus de 99 %', 'more than 99%'],
])('%o reads « %s »', (people, fr, en) => {
  expect(plain(wordings.fr.share(people))).toBe(fr);
  expect(wordings.en.share(people)).toBe(en);
});

test.each([
  [0.03, '+3 points', '+3 points'],
  [0.01, '+1 point', '+1 point'],
  [-0.024, '−2 points', '−2 points'],
  [0.002, '+0,2 point', '+0.2 points'],
  [0, '0 point', '0 points'],
])('a difference of %f', (share, fr, en) => {
  expect(plain(wordings.fr.points(share))).toBe(fr);
  expect(wordings.en.points(share)).toBe(en);
});

test('a key nobody knows stays visible', () => {
  expect(say({ key: 'no.such', params: {} }, 'fr')).toBe('no.such');
});

// Any value will do: the point is that no text leaves a hole or a machine word.
const anything = new Proxy(
  {},
  {
    get: (_, name) => {
      if (['day', 'firstDay', 'secondDay', 'earliest', 'latest', 'by', 'next', 'since'].includes(String(name)))
        return '2021-03-01';
      if (name === 'unit') return 'site';
      return ['wave', 'first', 'second', 'name', 'title', 'titleEn'].includes(String(name)) ? 'X' : 0.5;
    },
    ownKeys: () => [],
  },
);

test.each(Object.keys(texts))('%s is written in both languages', (key) => {
  for (const language of ['fr', 'en'] as const) {
    const written = (texts as never as Record<string, Record<string, (p: unknown, w: unknown) => string>>)[key]![
      language
    ]!;
    const words = written(anything, wordings[language]);
    expect(words).not.toMatch(/undefined|NaN|null|\[object/);
    expect(words).toMatch(key.startsWith('ask.') ? /\?$/ : /\.$/);
  }
});

test('what lies just below a limit does not read as if it had reached it', () => {
  const below = sentence('ambassadors.below', { share: 297 / 3010, ambassadors: 297, missing: 4, uncovered: 0 });
  expect(plain(say(below, 'fr'))).toBe(
    '297 ambassadeurs pour 9,9 % de l’effectif : il en manque 4 pour atteindre 10 %.',
  );
});

test.each(['usage.unclear', 'usage.new'])('%s begins with a capital', (key) => {
  const params = { low: 34, high: 89, of: 1229, weeks: 12, beforeLow: 17, beforeHigh: 73, beforeOf: 1053 };
  expect(plain(say({ key, params }, 'fr'))).toMatch(/^L’usage régulier concerne environ 5 % des 1 229 personnes/);
  expect(say({ key, params }, 'en')).toMatch(/^Regular use concerns about 5% of the 1,229 people/);
});
