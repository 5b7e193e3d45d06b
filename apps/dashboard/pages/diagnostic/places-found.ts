import { type DiagnosticPlaces } from '#contract/diagnostic.js';
import { errors } from './lights.js';

/** Errors of which at least one place, however large, can say something; the most common first. */
export const judged = ({ errors: found, places }: DiagnosticPlaces) =>
  errors
    .filter((check) => places.some(({ lights }) => (lights[check] ?? 'unknown') !== 'unknown'))
    .map((check) => {
      const error = found.find((each) => each.check === check);
      return { check, red: error?.counts.red ?? 0, of: error?.judged ?? 0 };
    })
    .sort((a, b) => b.red - a.red);

/** So many places are named below the table; more are to be found in it. */
export const mostNamed = 12;

/** The places over which an error is counted: a zone that shows it is not one more. */
export const smallestRed = ({ places }: DiagnosticPlaces, check: string) =>
  places.filter(({ kind, lights }) => kind !== 'node' && lights[check] === 'red');

export const topOf = ({ places }: DiagnosticPlaces): string[] => {
  const keys = new Set(places.map(({ key }) => key));
  return places.filter(({ parent }) => parent === null || !keys.has(parent)).map(({ key }) => key);
};

/** What lies above the places that are named, error by error: unfolded, so that they are seen. */
export function aboveRed(data: DiagnosticPlaces): string[] {
  const parents = new Map(data.places.map(({ key, parent }) => [key, parent]));
  const named = judged(data)
    .map(({ check }) => smallestRed(data, check))
    .filter((red) => red.length <= mostNamed);
  const above = new Set<string>();
  for (const { parent } of named.flat()) for (let at = parent; at !== null; at = parents.get(at) ?? null) above.add(at);
  return [...above];
}
