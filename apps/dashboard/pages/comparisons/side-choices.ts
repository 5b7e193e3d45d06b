import { type Comparison } from '#contract/comparison.js';
import { type Organization } from '#contract/organization.js';
import { sideText } from '#domain/sentences/comparison-side.js';
import { levelsIn } from '#domain/indicators/levels.js';
import { isOpen } from '#domain/rollout/wave.js';
import { capital } from '../../format/capital.js';
import { placeName } from '#domain/sentences/place-name.js';

export interface SideChoice {
  value: string;
  label: string;
}
export interface SideGroup {
  group: 'waves' | 'entities' | 'populations' | 'periods' | 'organisations';
  items: SideChoice[];
}

interface Words {
  language: 'fr' | 'en';
  day: (day: string) => string;
}

const blocksBack = 13;

/**
 * What may stand on a side: waves that have opened, places, populations, ends of four-week blocks of the last year, and
 * for a consultant the other organisations. A group without at least one entry is left out.
 */
export function sideChoices(
  organization: Organization,
  organizations: readonly { slug: string; name: string }[],
  { language, day }: Words,
): SideGroup[] {
  const { week, waves, nodes, levels, weeks } = organization;
  const population = (key: string): SideChoice => ({
    value: `population:${key}`,
    label: capital(sideText('population', key, language)),
  });
  const opened = waves.filter((wave) => week !== null && isOpen(wave, week));
  const rollouts = opened.filter(({ kind, madeOf }) => kind === 'rollout' && madeOf === 'entities').length;
  const groups: SideGroup[] = [
    {
      group: 'waves',
      items: opened
        .map(({ key, name }) => ({ value: `wave:${key}`, label: name }))
        .concat(rollouts > 1 ? { value: 'rollout:opened', label: capital(sideText('rollout', '', language)) } : []),
    },
    {
      group: 'entities',
      items: nodes
        .filter(({ parent }) => parent !== null)
        .map((node) => ({ value: `entity:${node.key}`, label: placeName(node, language) })),
    },
    {
      group: 'populations',
      items:
        levels.length === 0
          ? []
          : [
              ...['managers', 'others', 'ambassadors', 'newcomers'].map(population),
              ...levels.filter(({ key }) => levelsIn(key).length > 0).map(({ key }) => population(key)),
            ],
    },
    {
      group: 'periods',
      items: weeks
        .filter(({ provisional }, place) => !provisional && place % 4 === 0)
        .slice(0, blocksBack)
        .map(({ weekEnd }) => ({ value: `period:${weekEnd}`, label: day(weekEnd) })),
    },
    {
      group: 'organisations',
      items:
        organizations.length < 2
          ? []
          : organizations.map(({ slug, name }) => ({ value: `organisation:${slug}`, label: name })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The answer with its sides named for readers: populations in words, periods by their Sunday. */
export const withNames = (comparison: Comparison, { language, day }: Words): Comparison => ({
  ...comparison,
  series: comparison.series.map((each) => ({
    ...each,
    name:
      each.kind === 'period'
        ? day(each.key)
        : capital(sideText(each.kind, each.place ? placeName(each.place, language) : each.name, language)),
  })),
});
