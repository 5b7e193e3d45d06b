import { type IndicatorRow } from '#contract/indicators.js';
import { type Organization, type TreeNode } from '#contract/organization.js';
import { countStandings, placeStanding, type Standing, standingSentence } from '#domain/rollout/standing.js';
import { type Language } from '#domain/sentences/language.js';
import { formatNumber } from '#domain/sentences/number-text.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { figureWords } from './figure-words.js';
import { rateText } from './figures.js';
import { type Printing } from './printed.js';
import { type ReportPart } from './report.js';
import { reportWords } from './report-words.js';

interface EntitiesFacts {
  organization: Pick<Organization, 'week' | 'nodes' | 'waves'>;
  /** The newest of each place, of `entityKeys`. */
  rows: readonly IndicatorRow[];
}

const shown = ['K08', 'K03b', 'K20'] as const;
export const entityKeys = ['K08b', ...shown] as const;

/** Entités: who advances and who waits, every published place with its figures. */
export function entitiesPart({ organization, rows }: EntitiesFacts, { language }: Printing): ReportPart {
  const words = { ...figureWords[language], ...reportWords[language] };
  const { nodes, waves } = organization;
  const places = nodes.map((place) => ({ place, ...readOf(place, organization, rows) }));
  const depths = depthsOf(nodes);
  const smallest = places.filter(({ place }) => place.kind !== 'node');
  const counts = countStandings(smallest.map(({ standing }) => standing));
  const counted = standingsShown(counts).map((standing) => ({
    ...{ label: capital(words.standings[standing]), value: formatNumber(counts[standing], language), change: '' },
    people: words.ofEntities(formatNumber(smallest.length, language)),
  }));
  return {
    page: words.pages.entities,
    finding: say(standingSentence(counts, waves.length > 0), language),
    beside: '',
    figures: waves.length > 0 ? counted : [],
    charts: [],
    lists: [],
    tables: [
      {
        ...{ title: words.placeByPlace, none: words.noSite, widths: [0.19, 0.13, 0.09, 0.165, 0.165, 0.165, 0.095] },
        head: [
          words.entity,
          words.wave,
          words.headcount,
          words.activatedNow,
          words.connected,
          words.engaged,
          words.state,
        ],
        depths: nodes.map(({ key }) => depths.get(key) ?? 0),
        rows: places.map(({ place, standing, measures }) => [
          placeName(place, language),
          waves.find(({ key }) => key === place.wave)?.name ?? '–',
          formatNumber(place.headcount, language),
          ...shown.map((key) => cellOf(measures.get(key), language)),
          place.kind === 'node' ? '' : words.standings[standing],
        ]),
      },
    ],
    definitions: [words.standingDefinition, words.readTogether],
  };
}

/** As on the page: nothing to say of what nobody lacks. */
const standingsShown = (counts: Record<Standing, number>) =>
  (['behind', 'on', 'unsure', 'ahead', 'unplanned', 'planless'] as const).filter(
    (standing) => (standing !== 'unsure' && standing !== 'planless') || counts[standing] > 0,
  );

/** How far below the first a place lies, by key. */
function depthsOf(nodes: readonly TreeNode[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { key, parent } of nodes) depths.set(key, parent === null ? 0 : (depths.get(parent) ?? -1) + 1);
  return depths;
}

function readOf(
  place: TreeNode,
  { week, waves }: EntitiesFacts['organization'],
  rows: readonly IndicatorRow[],
): { standing: Standing; measures: Map<string, IndicatorRow> } {
  const measures = new Map(
    rows.filter(({ slice }) => slice === place.key).map((row) => [row.indicator as string, row]),
  );
  const wave = waves.find(({ key }) => key === place.wave) ?? null;
  return { standing: placeStanding(measures.get('K08b'), wave, week), measures };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const cellOf = (row: IndicatorRow | undefined, language: Language): string =>
  row ? rateText(row, language) : figureWords[language].masked;
