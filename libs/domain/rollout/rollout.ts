import { type Day, daysBetween } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { masked } from '../indicators/outcome.js';
import { type Place } from '../indicators/publication.js';
import { countedEnds } from '../indicators/told.js';
import { latestRows, outcomeAt, rowsOf } from '../indicators/rows.js';
import { exactly } from '../statistics/interval.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type SlipEnds } from '../sentences/slip-words.js';
import { type Board } from './board.js';
import { type Progress, progressOf } from './progress.js';
import { isClosed, isOfPeople, isOpen, type RolloutState, stateOf, type Wave } from './wave.js';

// Within a week of the plan nobody is early or late.
const tolerance = 7;

export interface WaveProgress extends Progress {
  wave: Wave;
  position: number;
  state: RolloutState;
  /** Its smallest published places, as the sites of the page are: an entity too small to be one is read with others. */
  entities: { planned: number; opened: number };
  /** Names of the places shared with another wave. */
  mixed: string[];
  sentence: Sentence;
}

export interface Site {
  place: Place;
  /** The wave that holds it, or all that share it, the first to open first; never none. */
  waves: Wave[];
  /** Day on which the first of its waves opened; null before. */
  opened: Day | null;
  asOf: Day | null;
  activation: Outcome;
  /** `planless` where waves share it: the plan of none of them is its own. */
  state: RolloutState | 'planless';
}

export function waveProgress(board: Board, wave: Wave, week: Day): WaveProgress {
  const progress = progressOf(board, board.slice(wave), board.plans([wave], week));
  const tree = board.publication.tree(week);
  const { mixed } = board.cover(wave.key, week);
  const state = stateOf(wave, week, countedEnds(progress.activation), progress.asOf ?? week);
  const planned = sitesOf(board, wave, week).length;
  return {
    ...progress,
    ...{ wave, state, position: board.waves.indexOf(wave) },
    entities: { planned, opened: isOpen(wave, week) ? planned : 0 },
    mixed: mixed.map((key) => tree.place(key)?.name ?? key),
    sentence: waveSentence(wave, week, state, {
      ...progress,
      isCounted: board.waves.some((one) => board.peopleOf(one, week) > 0),
    }),
  };
}

/** All waves of entities as one, with the places that they share; null without any. */
export function totalProgress(
  board: Board,
  waves: readonly WaveProgress[],
  week: Day,
): (Progress & Pick<WaveProgress, 'entities'>) | null {
  const ofEntities = waves.filter(({ wave }) => !isOfPeople(wave));
  if (ofEntities.length === 0) return null;
  const sum = (count: (one: WaveProgress) => number) => ofEntities.reduce((total, one) => total + count(one), 0);
  const shared = sharedSites(board, week);
  return {
    ...progressOf(
      board,
      board.whole,
      board.plans(
        ofEntities.map(({ wave }) => wave),
        week,
      ),
    ),
    entities: {
      planned: sum(({ entities }) => entities.planned) + shared.length,
      opened:
        sum(({ entities }) => entities.opened) + shared.filter(({ waves: [first] }) => isOpen(first!, week)).length,
    },
  };
}

/** The smallest places inside waves, with what became of them; one that several share is open from the first on. */
export function siteProgress(board: Board, week: Day): Site[] {
  const alone = board.waves.flatMap((wave) => sitesOf(board, wave, week).map((place) => ({ place, waves: [wave] })));
  const sites = [...alone, ...sharedSites(board, week)];
  const slices = sites.map(({ place }) => board.place(place.key));
  const rows = latestRows(rowsOf(board.publication, board.rules, 'K08', slices, board.weeks.slice(-4)), week);
  const bySlice = new Map(rows.map((row) => [row.slice, row]));
  return sites.map(({ place, waves }) => {
    const row = bySlice.get(place.key) ?? null;
    const first = waves[0]!;
    return {
      ...{ place, waves, opened: isOpen(first, week) ? first.actualStart : null, asOf: row?.periodEnd ?? null },
      ...{
        activation: row ?? masked('not_published', exactly(place.headcount)),
        state: waves.length > 1 ? 'planless' : stateOf(first, week, countedEnds(row), row?.periodEnd),
      },
    };
  });
}

const sitesOf = (board: Board, wave: Wave, week: Day): Place[] =>
  sitesIn(board, board.cover(wave.key, week).nodes, week);

/** Smallest places of the whole that no wave holds alone. */
function sharedSites(board: Board, week: Day): { place: Place; waves: Wave[] }[] {
  return sitesIn(board, board.whole.places(week), week)
    .filter(({ key }) => !board.waveOf(key, week))
    .map((place) => ({ place, waves: board.wavesOf(place.key, week) }))
    .filter(({ waves }) => waves.length > 0);
}

/** Smallest published places inside some nodes. */
function sitesIn(board: Board, nodes: readonly string[], week: Day): Place[] {
  const tree = board.publication.tree(week);
  const inside = new Set(nodes);
  // Parents come before their children, so one walk carries the wave down to its cells.
  for (const place of tree.places) if (place.parent !== null && inside.has(place.parent)) inside.add(place.key);
  return tree.places.filter((place) => place.kind !== 'node' && inside.has(place.key));
}

/** Early or late only where both ends of what is published agree. */
export function slipWord({ slipDays, slipRange }: Progress): 'behind' | 'ahead' | 'on_time' | 'unknown' {
  if (slipDays === null || slipRange === null) return 'unknown';
  if (slipRange.low >= tolerance) return 'behind';
  return slipRange.high <= -tolerance ? 'ahead' : 'on_time';
}

/** The same of a wave: past the date of its target nothing is near enough any more, not even within the tolerance. */
export const waveWord = (wave: Progress & { state: RolloutState }): ReturnType<typeof slipWord> =>
  wave.state === 'missed' ? 'behind' : slipWord(wave);

/** Days in a sentence: both ends of what the published count leaves. */
export const slipEnds = ({ slipDays, slipRange }: Progress): SlipEnds => ({
  from: slipRange?.low ?? slipDays ?? 0,
  to: slipRange?.high ?? slipDays ?? 0,
});

const peopleOf = ({ activation: { numerator, denominator } }: Progress) => ({
  low: numerator?.low ?? 0,
  high: numerator?.high ?? 0,
  of: denominator?.high ?? 0,
});

/** `isCounted`: the plan is; what is not told of one wave is then hidden, and not still to come. */
function waveSentence(
  wave: Wave,
  week: Day,
  state: RolloutState,
  { isCounted, ...progress }: Progress & { isCounted: boolean },
): Sentence {
  const named = { wave: wave.name };
  if (state === 'waiting') return sentence('wave.waiting', { ...named, day: wave.plannedStart });
  if (state === 'late') return sentence('wave.late', { ...named, days: daysBetween(wave.plannedStart, week) });
  if (progress.activation.shown !== 'value') return sentence(isCounted ? 'wave.masked' : 'wave.unpublished', named);
  const people = { ...named, ...peopleOf(progress) };
  if (isClosed(wave, week)) return sentence('wave.done', people);
  if (state === 'reached') return sentence('wave.reached', people);
  const word = waveWord({ ...progress, state });
  const params = { ...people, ...slipEnds(progress), day: progress.asOf ?? week };
  return word === 'behind' || word === 'ahead' ? sentence(`wave.${word}`, params) : sentence('wave.on_time', params);
}

/** Before there is a plan: how many people act, and what is missing to say more. */
function withoutWave(board: Board, week: Day): Sentence {
  // Below 200 people windows of four weeks are published at the ends of blocks only: until one comes the week is told.
  const seen = ([28, 7] as const).map((days) => {
    const { numerator } = outcomeAt(board.publication, board.rules, 'K04.act', board.root, week, days);
    return numerator && { ...numerator, days };
  });
  const people = seen.find((one) => one !== null && one.high > 0);
  if (!people) return sentence('rollout.no_wave', {});
  const hasDirectory = (board.publication.tree(week).root?.headcount ?? 0) > 0;
  return sentence(hasDirectory ? 'rollout.active' : 'rollout.no_directory', people);
}

export function rolloutSentence(board: Board, total: Progress | null): Sentence {
  if (board.week === null) return sentence('rollout.unpublished', {});
  if (board.waves.length === 0 || total === null) return withoutWave(board, board.week);
  if (total.activation.shown !== 'value') return sentence('rollout.masked', {});
  const people = peopleOf(total);
  const word = slipWord(total);
  if (word === 'unknown') return sentence('rollout.no_plan', people);
  const day = total.asOf === null || total.asOf === board.week ? '' : total.asOf;
  return sentence(`rollout.${word}`, { ...people, ...slipEnds(total), planned: total.plannedShare ?? 0, day });
}
