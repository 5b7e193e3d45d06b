import { type PersonRow } from '../csv/rows.js';
import { textProblem } from '../event/text-problem.js';
import { pathOf } from './path-text.js';

/** Longer than the name of a place or a department: somebody wrote something else there. */
const nameLength = 100;

/** Where an account says that its holder works: the location, and the department in it. Nothing where it says neither. */
export function workPath(location: string | null, department: string | null): Pick<PersonRow, 'entityPath'> {
  const names = [location, department].flatMap((name) => {
    const words = name?.replace(/\s+/g, ' ').trim() ?? '';
    return words === '' || textProblem(words, nameLength) !== null ? [] : [words];
  });
  return names.length === 0 ? {} : { entityPath: pathOf(names) };
}
