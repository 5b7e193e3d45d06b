import { plus } from './days.js';
import { type Deed, type Entity, type Group, type Person } from './world.js';

/** Random choices, and days of the organisation, shared by all parts of a world. */
export interface Chance {
  int: (min: number, max: number) => number;
  chance: (percent: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  someDay: (from?: string, to?: string) => string;
  /** An instant of a day, around midnight somewhere more often than not. */
  when: (day?: string) => string;
  last: string;
}

type Said = Partial<Deed> & Pick<Deed, 'at' | 'kind' | 'actor'>;

/** Declared communities: of an entity or of all, archived or not, some with neither creator nor owner. */
export function groupsOf({ int, chance, pick, someDay, last }: Chance, people: Person[], entities: Entity[]): Group[] {
  const someone = () => pick(people).key;
  return Array.from({ length: int(0, 4) }, (_, index) => {
    const created = chance(15) ? '' : chance(50) ? someDay() : plus(last, -int(20, 400));
    return {
      ...{ key: `g${index}`, kind: chance(10) ? 'template' : 'team' },
      ...{ creator: chance(70) ? someone() : '', owner: chance(60) ? someone() : '' },
      ...{ created, archived: chance(15) && created !== '' ? plus(created, int(1, 90)) : '' },
      ...{ described: pick([true, true, false, null]), entity: chance(50) ? pick(entities).key : '' },
    };
  });
}

/** Threads with what others, and sometimes their authors, make of them; joining, leaving, founding. */
export function conversationsOf(draw: Chance, people: Person[], declared: Group[], named: (person: Person) => string) {
  const { int, chance, pick, someDay, when, last } = draw;
  const groups = [...declared.map(({ key }) => key), 'seen', 'seen', ''];
  const said: Said[] = [];
  const talkers = people.filter(() => chance(60)).concat(people.slice(0, 3));
  // Where most posts are answered and most questions resolved there is a median to tell.
  const isLively = chance(40);
  const later = (at: string) =>
    new Date(Date.parse(at) + pick([0.2, 1.5, 5, 11, 26, 40, 75, 130, 300, 700]) * 3_600_000).toISOString();
  for (let thread = int(0, 18); thread > 0; thread--) {
    const [author, group] = [pick(talkers), pick(groups)];
    const about = `t${thread}`;
    const at = when(chance(70) ? someDay(plus(last, -34), last) : someDay());
    said.push({ at, kind: 'post', actor: named(author), object: about, group, quantity: chance(5) ? 3 : 1 });
    for (let answers = pick(isLively ? [1, 2, 2, 4] : [0, 0, 1, 2, 4]); answers > 0; answers--)
      answer(author, about, group, later(at));
  }
  for (const group of new Set(groups.filter((key) => key !== ''))) {
    const crowd = pick([0, 10, 80]);
    if (chance(25)) said.push({ at: when(), kind: 'group_created', actor: named(pick(people)), group });
    for (const person of people) {
      if (!chance(crowd)) continue;
      said.push({ at: when(), kind: 'group_joined', actor: named(person), group });
      if (chance(20)) said.push({ at: when(), kind: 'group_left', actor: named(person), group });
    }
  }
  if (chance(20) && people.length > 15) everybodyAnswers(pick(people.slice(7)));
  return said;

  function answer(author: Person, about: string, group: string, at: string) {
    const who = named(chance(15) ? author : pick(talkers));
    const target = chance(70) ? named(author) : '';
    if (chance(isLively ? 35 : 12)) said.push({ at, kind: 'resolved', actor: who, object: about, group });
    else if (chance(50))
      said.push({ at, kind: 'comment', actor: who, object: `c${said.length}`, parent: about, group, target });
    else {
      said.push({ at, kind: 'reaction', actor: who, object: about, group, target });
      if (chance(20)) said.push({ at: later(at), kind: 'reaction_removed', actor: who, object: about, group, target });
    }
  }

  /** A relay: there every week, in two communities, answered by many. */
  function everybodyAnswers(star: Person) {
    for (let week = 0; week < 12; week++)
      said.push({ at: when(plus(last, -7 * week - 3)), kind: 'comment', actor: star.key, group: `g${week % 2}` });
    for (const person of people.filter(() => chance(70)))
      said.push({ at: when(someDay(plus(last, -40), last)), kind: 'mention', actor: person.key, target: star.key });
  }
}
