import { plus } from './days.js';
import { type Chance, conversationsOf } from './generate-groups.js';
import { type Deed, type Group, type Person } from './world.js';

const kinds = ['login', 'login', 'login', 'post', 'comment', 'reaction', 'reaction', 'mention', 'view', 'search']
  .concat(['logout', 'share', 'group_joined', 'group_left', 'message_sent', 'profile_created', 'profile_completed'])
  .concat(['file_shared', 'resolved', 'other', 'group_created', 'reaction_removed', 'reaction_removed']);
// Around midnight somewhere, and within the hour that a night repeats or leaves out.
export const hours = [
  '00:30',
  '01:15',
  '02:45',
  '04:30',
  '05:10',
  '09:00',
  '10:59',
  '12:00',
  '13:30',
  '18:31',
  '21:59',
  '22:30',
  '23:30',
];

/** What people did, from those who never do anything to those who come every day. */
export function eventsOf(
  luck: Chance,
  people: Person[],
  groups: Group[],
  { invites, zeals }: { invites: boolean; zeals: readonly number[] },
): Deed[] {
  const { int, chance, pick, someDay, when } = luck;
  const events: (Partial<Deed> & Pick<Deed, 'at' | 'kind' | 'actor'>)[] = [];
  const named = ({ key, alias }: Person) => (chance(30) ? (chance(50) ? alias : alias.toLowerCase()) : key);
  const add = (kind: string, actor: string, at: string, object = '', target = '') =>
    events.push({ at, kind, actor, object, target });
  for (const person of people) {
    if (invites && chance(75))
      for (let n = chance(10) ? 2 : 1; n > 0; n--) add('invitation_sent', 'admin', when(), '', named(person));
    const zeal = pick(zeals);
    for (let n = 0; n < zeal; n++) {
      const kind = pick(kinds);
      const object = chance(60) && kind !== 'post' ? `o${int(0, 3)}` : '';
      const target = chance(30) ? named(chance(25) ? person : pick(people)) : '';
      add(kind, named(person), when(), object, target);
    }
    if (chance(12)) everyWorkingDay(person);
    if (chance(12)) everyWeek(person);
    if (chance(20)) takesBack(person);
  }
  for (let n = int(0, 6); n > 0; n--) add(pick(kinds), `ghost${int(0, 1)}`, when());
  if (chance(30)) add('invitation_sent', 'admin', when(), '', 'ghost7');
  events.push(...conversationsOf(luck, people, groups, named));
  return events.map((event, index) => ({
    ...{ object: '', parent: '', group: '', target: '', quantity: 1 },
    ...{ ...event, id: `d${index}` },
  }));

  /** So that some are daily users, and some just not. */
  function everyWorkingDay(person: Person) {
    const from = someDay();
    const missed = int(0, 9);
    for (let n = 0; n < 28; n++) if (n % 10 !== missed) add('login', person.key, `${plus(from, n)}T12:00:00Z`);
  }

  /** So that some have a habit, some a strong one, and some miss just too many weeks. */
  function everyWeek(person: Person) {
    const missed = int(0, 7);
    const acts = pick([1, 1, 2, 18]);
    for (let week = 0; week < 16; week++)
      for (let n = 0; n < acts && week % 8 !== missed; n++)
        add('share', person.key, `${plus(luck.last, -7 * week)}T${pick(hours)}:00Z`);
  }

  function takesBack(person: Person) {
    const at = when();
    add('reaction', named(person), at, 'o9', 'p0');
    add('reaction_removed', named(person), new Date(Date.parse(at) + int(1, 30) * 3_600_000).toISOString(), 'o9', 'p0');
  }
}
