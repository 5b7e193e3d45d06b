import { Dice } from './dice.js';
import { gather } from './gather.js';
import { Superiors, managersOf, zoneSeats } from './levels.js';
import { NEVER, type Entity, type Person } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { succeedManagers, turnOver } from './turnover.js';

const trades = [
  'Production',
  'Maintenance',
  'Ventes',
  'Relation client',
  'Logistique',
  'Ingénierie',
  'Qualité',
  'Achats',
];
const tradesOfOffice = ['Finance', 'Juridique', 'Ressources humaines', 'Communication', 'Informatique', 'Ingénierie'];

const ALIASED = 0.12;
/** Of those who have an alias, the share whom the network knows only by it. */
const KNOWN_BY_ALIAS = 0.85;

/** Adds people one by one with what does not depend on their place. */
export class Census {
  readonly people: Person[] = [];
  private readonly dice: Dice;

  constructor(private readonly frame: DemoFrame) {
    this.dice = new Dice(frame.seed, 'census');
  }

  add(entity: Entity, level: number, manager: number | null, from: number): Person {
    const index = this.people.length;
    const id = `p${String(index + 1).padStart(5, '0')}`;
    const office = entity.kind === 'department' || entity.kind === 'national' || this.dice.chance(0.3);
    const aliased = this.dice.chance(ALIASED);
    const alias = aliased
      ? `collab.${index + 1}@${this.frame.scenario === 'cnam' ? 'reseau' : 'meridiane'}.example`
      : '';
    const person: Person = {
      index,
      id,
      alias,
      actor: aliased && this.dice.chance(KNOWN_BY_ALIAS) ? alias : id,
      name: '',
      trade: this.dice.pick(office ? tradesOfOffice : trades),
      bot: false,
      level,
      postings: [{ entity: entity.index, manager, level, from, to: NEVER }],
      invited: NEVER,
      activated: NEVER,
      teamGroup: null,
    };
    this.people.push(person);
    return person;
  }

  /** Service accounts: flagged in the directory, never to be counted. */
  addBots(home: Entity): void {
    const services = ['svc-invitations', 'svc-annuaire', 'svc-tickets', 'svc-agenda', 'svc-veille', 'svc-sauvegarde'];
    const wanted = Math.max(2, Math.min(services.length, Math.round(this.frame.people / 1400)));
    for (const id of services.slice(0, wanted)) {
      const bot = this.add(home, 5, null, this.frame.first - 30);
      Object.assign(bot, { id, actor: id, alias: '', trade: '', bot: true });
    }
  }
}

export function populate(entities: readonly Entity[], frame: DemoFrame): Person[] {
  const dice = new Dice(frame.seed, 'people');
  const census = new Census(frame);
  const superiors = new Superiors(entities);
  const seats = zoneSeats(entities);
  const hired = (): number => frame.first - 40 - Math.floor(Math.min(dice.exponential(1900), 9000));
  for (const entity of entities) {
    if (entity.size === 0) continue;
    let left = entity.size;
    managersOf(entity, frame, seats).forEach((wanted, level) => {
      const given = Math.max(0, Math.min(wanted, level === 4 ? left - 1 : Math.floor(left / 2)));
      for (let turn = 0; turn < given; turn++)
        superiors.seat(census.add(entity, level, null, hired()).index, entity.index, level);
      left -= given;
    });
    for (; left > 0; left--) census.add(entity, 5, null, hired());
  }
  appointSuperiors(census.people, superiors);
  giveEveryManagerATeam(census.people);
  turnOver(census, entities, frame);
  succeedManagers(census.people, frame);
  const home = entities.find((entity) => entity.id === 'D-SI' || entity.kind === 'national');
  if (home) census.addBots(home);
  return census.people;
}

function appointSuperiors(people: readonly Person[], superiors: Superiors): void {
  const head = people.find((person) => person.level === 0);
  for (const person of people) {
    const posting = person.postings[0];
    if (!posting || person === head) continue;
    posting.manager = person.level === 0 ? (head?.index ?? null) : superiors.above(posting.entity, person.level);
  }
}

/** A manager nobody reports to takes over somebody of the same entity, or becomes an ordinary employee. */
function giveEveryManagerATeam(people: readonly Person[]): void {
  const reports = new Map<number, number>();
  const employees = gather(
    people.filter((person) => person.level === 5),
    (person) => person.postings[0]?.entity ?? -1,
  );
  for (const person of people) {
    const posting = person.postings[0];
    if (!posting) continue;
    if (posting.manager !== null) reports.set(posting.manager, (reports.get(posting.manager) ?? 0) + 1);
  }
  for (const person of people) {
    const posting = person.postings[0];
    if (!posting || person.level === 5 || reports.has(person.index)) continue;
    const taken = employees.get(posting.entity)?.find((candidate) => {
      const superior = candidate.postings[0]?.manager;
      return superior !== null && superior !== undefined && (reports.get(superior) ?? 0) > 1;
    });
    const takenPosting = taken?.postings[0];
    if (takenPosting && takenPosting.manager !== null) {
      reports.set(takenPosting.manager, (reports.get(takenPosting.manager) ?? 0) - 1);
      reports.set(person.index, 1);
      takenPosting.manager = person.index;
    } else {
      person.level = 5;
      posting.level = 5;
    }
  }
}
