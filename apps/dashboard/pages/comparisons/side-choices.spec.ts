import { type Comparison } from '#contract/comparison.js';
import { type Organization } from '#contract/organization.js';
import { sideChoices, withNames } from './side-choices.js';

const words = { language: 'fr' as const, day: (day: string) => `le ${day}` };
const organization = {
  week: '2026-03-29',
  weeks: [0, 1, 2, 3, 4].map((back) => ({ weekEnd: `2026-03-${29 - back}`, provisional: back === 0 })),
  waves: [
    { key: 'pilot', name: 'Pilote', actualStart: '2026-01-05' },
    { key: 'later', name: 'Plus tard', actualStart: null },
  ],
  levels: [{ key: 'level-1+level-2', levels: [1, 2] }],
  nodes: [
    { key: 'all', name: 'Tout', parent: null },
    { key: 'lyon', name: 'Lyon', parent: 'all', kind: 'node', members: [] },
    { key: 'rest lyon', name: 'Lyon', parent: 'lyon', kind: 'rest', members: ['Bron', 'Vaise'] },
    { key: 'direct lyon', name: 'Lyon', parent: 'lyon', kind: 'direct', members: [] },
  ],
} as unknown as Organization;

test('only what has opened, is below the root and is closed may be a side', () => {
  const groups = sideChoices(organization, [{ slug: 'a', name: 'A' }], words);
  expect(groups.map(({ group, items }) => [group, items.map(({ value }) => value)])).toEqual([
    ['waves', ['wave:pilot']],
    ['entities', ['entity:lyon', 'entity:rest lyon', 'entity:direct lyon']],
    [
      'populations',
      ['managers', 'others', 'ambassadors', 'newcomers', 'level-1+level-2'].map((key) => `population:${key}`),
    ],
    ['periods', ['period:2026-03-25']],
  ]);
  // What has the name of the place above is told by what it holds: nobody is listed twice.
  expect(groups[1]!.items.map(({ label }) => label)).toEqual(['Lyon', 'Bron et Vaise', 'Lyon, équipe centrale']);
  expect(groups[2]!.items.at(-1)!.label).toBe('Les managers de niveau 1–2');
});

test('the whole rollout may be a side once two of its waves have opened', () => {
  const wave = (key: string, actualStart: string | null, madeOf: string) => ({
    ...{ key, name: key, kind: 'rollout', actualStart, madeOf },
  });
  const waves = (third: string | null, madeOf = 'entities') => {
    const of = [wave('a', '2026-01-05', 'entities'), wave('b', third, madeOf)];
    return sideChoices({ ...organization, waves: of } as Organization, [], words)[0];
  };
  expect(waves('2026-02-02')?.items.at(-1)).toEqual({ value: 'rollout:opened', label: 'Toute la généralisation' });
  expect(waves(null)?.items).toHaveLength(1);
  // A list of people adds no place to the rollout: it would be the one wave twice.
  expect(waves('2026-02-02', 'people')?.items.map(({ value }) => value)).toEqual(['wave:a', 'wave:b']);
});

test('a consultant may put one organisation beside another', () => {
  const both = [
    { slug: 'a', name: 'A' },
    { slug: 'b', name: 'B' },
  ];
  expect(
    sideChoices(organization, both, words)
      .at(-1)!
      .items.map(({ value }) => value),
  ).toEqual(['organisation:a', 'organisation:b']);
});

test('sides are named for readers', () => {
  const series = [
    { kind: 'population', key: 'others', name: 'others' },
    { kind: 'period', key: '2026-03-29', name: '2026-03-29' },
    { kind: 'wave', key: 'pilot', name: 'Pilote' },
  ];
  const named = withNames({ series } as unknown as Comparison, words);
  expect(named.series.map(({ name }) => name)).toEqual(['Ceux qui n’encadrent personne', 'le 2026-03-29', 'Pilote']);
});
