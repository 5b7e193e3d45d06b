import { mondayOf, plus } from './days.js';
import { acts, actorsOf, firstTime } from './states.js';
import { type World } from './world.js';

/** K11: of those first active in a week, who are still there `lag` weeks later, those active then. */
export function retentionOf(world: World, last: string): Map<string, { people: number; active: number }> {
  const cells = new Map<string, { people: number; active: number }>();
  const known = actorsOf(world).filter(({ person }) => person !== null);
  for (const actor of known) {
    const first = actor.did
      .filter(({ kind }) => acts.active(kind))
      .map(({ day }) => day)
      .sort()[0];
    if (first === undefined || first > last || firstTime(actor, 'active', last) === null) continue;
    const ends = actor.person!.stays.map(({ to }) => to);
    const left = ends.includes('') ? '' : ends.sort().at(-1)!;
    const cohort = mondayOf(first);
    for (let monday = cohort, lag = 0; monday <= last; monday = plus(monday, 7), lag++) {
      const cell = cells.get(`${cohort} +${lag}`) ?? { people: 0, active: 0 };
      cells.set(`${cohort} +${lag}`, cell);
      const sunday = plus(monday, 6);
      if (left !== '' && left <= sunday) continue;
      cell.people++;
      if (actor.did.some(({ kind, day }) => acts.active(kind) && monday <= day && day <= sunday)) cell.active++;
    }
  }
  return cells;
}
