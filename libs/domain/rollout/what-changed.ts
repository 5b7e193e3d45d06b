import { type Day } from '../calendar/day.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt } from '../indicators/rows.js';
import { changeEnds, countedEnds } from '../indicators/told.js';
import { pointDigits } from '../sentences/number-text.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { centreOf } from '../statistics/interval.js';
import { kitagawa } from '../statistics/kitagawa.js';
import { roundedParts } from '../statistics/rounded-parts.js';
import { type Board } from './board.js';
import { trendOf } from './summary.js';

/** What makes the change of a rate between two Sundays, as shares; the parts add up to the whole. */
export interface ChangeParts {
  /** Places that are there on one of the days only. */
  apart: number;
  /** People who came, went or moved between places. */
  people: number;
  /** The same places doing otherwise. */
  behaviour: number;
  /** What places read one by one leave unsaid: they publish bands, or nothing that day. */
  rest: number;
}

const keys = ['K08', 'K03b', 'K20'] as const satisfies readonly IndicatorKey[];

/** What became of the numbers of Synthèse since another Sunday that is on the board; empty where it is not. */
export function whatChanged(board: Board, since: Day, now: Day): Sentence[] {
  if (!board.weeks.includes(since) || since >= now) return [];
  return keys.map((key) => {
    const { title, defaultWindow: window } = indicatorOf(key);
    const slice = key === 'K08' && board.whole.places(now).length > 0 ? board.whole : board.root;
    const at = (day: Day) => outcomeAt(board.publication, board.rules, key, slice, day, window);
    return sayChange({ title: title.fr, titleEn: title.en, since }, at(since), at(now), () =>
      key === 'K08' ? null : partsOf(board, key, { since, now }),
    );
  });
}

function sayChange(
  told: { title: string; titleEn: string; since: Day },
  before: Outcome,
  now: Outcome,
  split: () => Omit<ChangeParts, 'rest'> | null,
): Sentence {
  const [from, to] = [countedEnds(before), countedEnds(now)];
  if (!from || !to || before.value === null || now.value === null) return sentence('changed.untold', told);
  // The same rate of other people is another rate.
  if (before.note !== now.note) return sentence('changed.definition', told);
  const trend = trendOf(before, now);
  if (trend === 'stable') return sentence('changed.stable', told);
  if (trend === 'unclear' || trend === 'unknown')
    return sentence('changed.unclear', { ...told, ...changeEnds(from, to) });
  const total = now.value - before.value;
  const parts = split();
  if (!parts) return sentence('changed.total', { ...told, total });
  const digits = pointDigits(total);
  const rest = total - parts.apart - parts.people - parts.behaviour;
  const [apart = 0, people = 0, behaviour = 0, left = 0] = roundedParts(
    [parts.apart, parts.people, parts.behaviour, rest],
    10 ** -(digits + 2),
  );
  return sentence('changed.split', { ...told, total, apart, people, behaviour, rest: left, digits });
}

interface Stratum {
  events: number;
  size: number;
}

/** Over the places right below the top (Kitagawa 1955); null unless both days tell at least two of them alike. */
export function partsOf(
  board: Board,
  key: IndicatorKey,
  { since, now }: { since: Day; now: Day },
): Omit<ChangeParts, 'rest'> | null {
  const told = { before: strataOf(board, key, since), after: strataOf(board, key, now) };
  const isThere = (place: string, day: Day) => board.publication.tree(day).place(place) !== undefined;
  // A place that is there on both days and told on one of them is neither new nor gone: nothing follows from it.
  const before = only(told.before, (place) => told.after.has(place) || !isThere(place, now));
  const after = only(told.after, (place) => told.before.has(place) || !isThere(place, since));
  const common = [...after.keys()].filter((place) => before.has(place));
  if (common.length < 2) return null;
  const sum = (strata: Iterable<Stratum>) =>
    [...strata].reduce((all, one) => ({ events: all.events + one.events, size: all.size + one.size }), {
      ...{ events: 0, size: 0 },
    });
  const rate = ({ events, size }: Stratum) => events / size;
  const shared = [before, after].map((strata) => sum(common.map((place) => strata.get(place)!)));
  const { total, mix, behaviour } = kitagawa(
    common.map((place) => {
      const pair = [before.get(place)!, after.get(place)!] as const;
      return {
        weight: [pair[0].size / shared[0]!.size, pair[1].size / shared[1]!.size],
        rate: [rate(pair[0]), rate(pair[1])],
      };
    }),
  );
  const whole = rate(sum(after.values())) - rate(sum(before.values()));
  return { apart: whole - total, people: mix, behaviour };
}

const only = (strata: Map<string, Stratum>, keeps: (place: string) => boolean) =>
  new Map([...strata].filter(([place]) => keeps(place)));

function strataOf(board: Board, key: IndicatorKey, day: Day): Map<string, Stratum> {
  const tree = board.publication.tree(day);
  const top = tree.root ? tree.childrenOf(tree.root.key) : [];
  return new Map(
    top.flatMap((place): [string, Stratum][] => {
      const window = indicatorOf(key).defaultWindow;
      const told = outcomeAt(board.publication, board.rules, key, board.place(place.key), day, window);
      if (told.shown !== 'value' || !told.numerator || !told.denominator || told.denominator.low <= 0) return [];
      return [[place.key, { events: centreOf(told.numerator), size: centreOf(told.denominator) }]];
    }),
  );
}
