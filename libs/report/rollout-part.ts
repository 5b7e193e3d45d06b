import { type Annotation } from '#contract/organization.js';
import { type Rollout, type RolloutWave } from '#contract/rollout.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { isShareTold } from '#domain/indicators/count-reading.js';
import { dueOf, nextOpening } from '#domain/rollout/wave-verdict.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatNumber, formatPercent } from '#domain/sentences/number-text.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { figureWords } from './figure-words.js';
import { type Figure, rateText, slipFigure, written } from './figures.js';
import { planChart } from './plan-chart.js';
import { type Printing } from './printed.js';
import { type BarChart, type ReportPart, type ReportTable } from './report.js';
import { reportWords } from './report-words.js';

interface RolloutFacts {
  rollout: Rollout;
  annotations: readonly Annotation[];
}

/** Déploiement: are we on time, wave by wave and site by site. */
export function rolloutPart({ rollout, annotations }: RolloutFacts, printing: Printing): ReportPart {
  const { language } = printing;
  const words = { ...figureWords[language], ...reportWords[language] };
  const { waves, total } = rollout;
  const chart = total && planChart(total.curve, annotations, printing);
  const bars = barsOf(waves, language);
  return {
    page: words.pages.rollout,
    finding: say(rollout.sentence, language),
    beside: waves.length === 0 ? '' : words.due(dueOf(waves)),
    figures: figuresOf(rollout, language),
    charts: [...(chart ? [chart] : []), ...(bars ? [bars] : [])],
    lists: [],
    tables: [waveTable(waves, language), ...(rollout.sites.length > 0 ? [siteTable(rollout, language)] : [])],
    definitions: [
      `${words.activated}${words.colon}${indicatorOf('K08').meaning[language]}`,
      words.plannedDefinition,
      words.openedDefinition,
      words.slipDefinition,
    ],
  };
}

function figuresOf({ total, waves, week, sentence }: Rollout, language: Language): Figure[] {
  if (!total) return [];
  const words = { ...figureWords[language], ...reportWords[language] };
  const number = (value: number) => formatNumber(value, language);
  const next = week === null ? undefined : nextOpening(waves, week);
  const { plannedShare } = total;
  return [
    {
      ...{ label: words.opened, value: number(total.entities.opened), change: '' },
      people: words.openedOf(number(total.entities.planned)),
    },
    {
      ...{ label: words.activated, ...written(total.activation, language) },
      change: plannedShare === null ? '' : words.expectedThen(formatPercent(plannedShare, language)),
    },
    slipFigure(sentence, language),
    {
      ...{ label: words.nextOpening, value: next ? dayText(next.plannedStart, language, 'short') : '–', change: '' },
      people: next ? words.nextPeople(next.name, number(next.people.planned?.high ?? 0)) : words.nextNone,
    },
  ];
}

function barsOf(waves: readonly RolloutWave[], language: Language): BarChart | null {
  const words = figureWords[language];
  const bars = waves.flatMap(({ name, activation, plannedShare }) =>
    isShareTold(activation.numerator, activation.denominator) && activation.value !== null
      ? [{ label: name, value: activation.value, mark: plannedShare, text: written(activation, language).value }]
      : [],
  );
  if (bars.length === 0) return null;
  return { kind: 'bars', title: words.bars, bars, names: { bar: words.actual, mark: words.expected } };
}

function waveTable(waves: readonly RolloutWave[], language: Language): ReportTable {
  const words = { ...figureWords[language], ...reportWords[language] };
  return {
    ...{ title: words.waves, none: words.noWave, widths: [0.2, 0.14, 0.12, 0.2, 0.34] },
    head: [words.wave, words.openedOn, words.plannedThen, words.activatedNow, words.stands],
    rows: waves.map((wave) => [
      wave.name,
      openingText(wave.actualStart, wave.plannedStart, language),
      wave.plannedShare === null ? '–' : formatPercent(wave.plannedShare, language),
      rateText(wave.activation, language),
      say(wave.sentence, language),
    ]),
  };
}

function siteTable({ sites, waves }: Rollout, language: Language): ReportTable {
  const words = { ...figureWords[language], ...reportWords[language] };
  const names = new Map(waves.map(({ key, name }) => [key, name]));
  return {
    ...{ title: words.sites, none: words.noSite, widths: [0.26, 0.19, 0.14, 0.09, 0.19, 0.13] },
    head: [words.site, words.wave, words.openedOn, words.headcount, words.activatedNow, words.state],
    rows: sites.map((site) => [
      placeName(site, language),
      site.waves.map((wave) => names.get(wave) ?? wave).join(', '),
      openingText(site.opened, site.plannedStart, language),
      formatNumber(site.headcount, language),
      rateText(site.activation, language),
      words.states[site.state],
    ]),
  };
}

const openingText = (opened: string | null, planned: string, language: Language): string =>
  opened ? dayText(opened, language, 'medium') : reportWords[language].plannedOn(dayText(planned, language, 'medium'));
