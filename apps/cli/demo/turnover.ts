import { Dice } from './dice.js';
import { gather } from './gather.js';
import { departure, type Entity, type Person, type Posting } from './organisation.js';
import { type Census } from './people.js';
import { type DemoFrame } from './scenario.js';
import { weekday } from './timeline.js';

/** Shares of employees over 76 weeks. */
const LEAVERS = 0.13;
const MOVERS = 0.04;
const SUCCESSIONS = 0.04;

/** Sites this small keep their people, so that the demo always has them. */
const TINY = 12;

const mondayAfter = (day: number): number => day + ((8 - weekday(day)) % 7);

/** Leavers with those who follow them, and people who change entity. Managers stay: see `succeedManagers`. */
export function turnOver(census: Census, entities: readonly Entity[], frame: DemoFrame): void {
  const dice = new Dice(frame.seed, 'turnover');
  const span = frame.last - frame.first;
  const scale = span / (76 * 7);
  const employees = census.people.filter((person) => person.level === 5);
  const stable = employees.filter((person) => (entities[person.postings[0]?.entity ?? -1]?.size ?? 0) >= TINY);
  const near = gather(stable, (person) => entities[person.postings[0]?.entity ?? -1]?.zone ?? '');
  for (const person of stable) {
    const posting = person.postings[0];
    const entity = posting && entities[posting.entity];
    if (!posting || !entity) continue;
    const day = frame.first + dice.between(3, span);
    const fate = dice.share();
    if (fate < LEAVERS * scale) {
      posting.to = day;
      // Slightly more than one comes for each who leaves, which makes up for seats that stay empty a while.
      for (let joiners = dice.chance(0.1) ? 2 : 1; joiners > 0; joiners--) {
        const begins = mondayAfter(day + dice.between(3, 45));
        if (begins <= frame.last) census.add(entity, 5, posting.manager, begins);
      }
    } else if (fate < (LEAVERS + MOVERS) * scale) {
      const pool = dice.chance(0.75) ? (near.get(entity.zone) ?? stable) : stable;
      const example = dice.pick(pool).postings[0];
      if (example && example.entity !== posting.entity) move(person, mondayAfter(day), example);
    }
  }
}

function move(person: Person, day: number, example: Posting): void {
  const last = person.postings[person.postings.length - 1];
  if (!last || day <= last.from) return;
  person.postings.push({ ...last, entity: example.entity, manager: example.manager, from: day });
  last.to = day;
}

/** Some front-line managers leave; one of the team takes over on the same day, and the team follows. */
export function succeedManagers(people: readonly Person[], frame: DemoFrame): void {
  const dice = new Dice(frame.seed, 'successions');
  const teams = new Map<number, Person[]>();
  for (const person of people) {
    for (const { manager } of person.postings) {
      if (manager === null) continue;
      const team = teams.get(manager);
      if (!team) teams.set(manager, [person]);
      else if (team[team.length - 1] !== person) team.push(person);
    }
  }
  for (const manager of people.filter((person) => person.level === 4)) {
    const team = teams.get(manager.index) ?? [];
    const own = manager.postings[0];
    if (!own || !dice.chance(SUCCESSIONS)) continue;
    const heir = team.find((person) => person.level === 5 && person.postings.length === 1 && isSteady(person, frame));
    if (!heir || team.length < 4) continue;
    const day = mondayAfter(frame.first + dice.between(30, frame.last - frame.first - 30));
    own.to = day;
    for (const person of team) {
      if (person === heir) handOver(person, manager.index, day, { manager: own.manager, level: 4 });
      else handOver(person, manager.index, day, { manager: heir.index });
    }
    heir.level = 4;
  }
}

const isSteady = (person: Person, frame: DemoFrame): boolean =>
  (person.postings[0]?.from ?? frame.last) < frame.first && departure(person) > frame.last;

/** From a day on, replaces a manager in somebody's postings. */
function handOver(person: Person, from: number, day: number, change: Partial<Posting>): void {
  person.postings = person.postings.flatMap((posting) => {
    if (posting.manager !== from || posting.to <= day) return [posting];
    if (posting.from >= day) return [{ ...posting, ...change }];
    return [
      { ...posting, to: day },
      { ...posting, ...change, from: day },
    ];
  });
}
