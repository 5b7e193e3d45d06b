import { type Day } from '../calendar/day.js';
import { type Place } from '../indicators/publication.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type CheckKey, checkOf, checksOf } from './catalogue.js';
import { lowered } from './error-sentence.js';
import { verdictOf } from './judge.js';
import { type Light, lights } from './light.js';
import { type Declared, type Published, scopeFacts } from './scope.js';

/** The ten errors of one published place. */
export interface PlaceErrors {
  place: Place;
  /** Key of the wave that holds the whole place; null where waves meet. */
  wave: string | null;
  openedOn: Day | null;
  lights: Partial<Record<CheckKey, Light>>;
}

/** One error over the smallest places that are published, so that nobody is counted twice. */
export interface ErrorCounts {
  check: CheckKey;
  counts: Record<Light, number>;
  /** Places of which something can be said. */
  judged: number;
}

export interface ErrorsByPlace {
  sentence: Sentence;
  /** Smallest places read. */
  of: number;
  errors: ErrorCounts[];
  /** Every place below the whole, parents before children. */
  places: PlaceErrors[];
}

/** Which place suffers from which error: the rules of the whole, asked of every published place. */
export function errorsByPlace(published: Published, declared: Declared, day: Day): ErrorsByPlace {
  const { board } = published;
  const { week } = board;
  const tree = week === null ? [] : board.publication.tree(week).places;
  const places = tree
    .filter(({ parent }) => parent !== null)
    .map((place): PlaceErrors => {
      const facts = scopeFacts({ kind: 'entity', key: place.key }, published, declared, day);
      const found = checksOf('error').map((check) => [check, verdictOf(check, facts).light] as const);
      const wave = week === null ? undefined : board.waveOf(place.key, week);
      return { place, wave: wave?.key ?? null, openedOn: facts.openedOn, lights: Object.fromEntries(found) };
    });
  const smallest = places.filter(({ place }) => place.kind !== 'node');
  const errors = checksOf('error').map((check) => {
    const counts = countsOf(check, smallest);
    return { check, counts, judged: smallest.length - counts.unknown };
  });
  return { sentence: sentenceOf(smallest, errors), of: smallest.length, errors, places };
}

function countsOf(check: CheckKey, places: readonly PlaceErrors[]): Record<Light, number> {
  const of = (light: Light) => places.filter((each) => (each.lights[check] ?? 'unknown') === light).length;
  return Object.fromEntries(lights.map((light) => [light, of(light)])) as Record<Light, number>;
}

function sentenceOf(places: readonly PlaceErrors[], errors: readonly ErrorCounts[]): Sentence {
  const of = places.length;
  const nowhere = errors.filter(({ judged }) => judged === 0).length;
  if (of === 0 || nowhere === errors.length) return sentence('diagnostic.places_unknown', {});
  const red = places.filter((each) => Object.values(each.lights).includes('red')).length;
  const [most] = [...errors].sort((a, b) => b.counts.red - a.counts.red);
  if (red === 0 || !most) return sentence('diagnostic.places_none', { of, nowhere });
  const { title } = checkOf(most.check);
  const named = { fr: lowered(title.fr), en: lowered(title.en) };
  return sentence('diagnostic.places_red', { red, of, most: most.counts.red, judged: most.judged, ...named });
}
