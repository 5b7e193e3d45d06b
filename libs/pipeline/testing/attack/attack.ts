import { type Draw } from '#domain/statistics/random.js';
import { type Atom, atomsOf, load, nameOf, type Secret, secretsOf, type State, stateOf, valueIn } from './equations.js';
import { exchanges } from './exchange.js';
import { deeds, type Organisation, type Person } from './organisation.js';
import { type Publish, type Told } from './publications.js';
import { Solver } from './solver.js';

/** What attackers got out of one organisation: secrets that what is published leaves one value, in words. */
export interface Haul {
  secrets: number;
  /** By adding and subtracting whole people. */
  linear: string[];
  /** By knowing the rules too: no other organisation was found that publishes the same. */
  aware: string[];
}

/**
 * Attacks one publication. A secret is open to adding and subtracting if another state fits every published interval, and
 * open to whoever knows the rules if another state publishes exactly the same. Exchanging what people did finds most of
 * these at once; what is left is solved, so that nothing counts as recovered only because nobody looked far enough.
 * `enough`: secrets solved after which it stops.
 */
export async function attack(
  organisation: Organisation,
  publish: Publish,
  draw: Draw,
  { tries = 25, enough = Infinity } = {},
): Promise<Haul> {
  const atoms = atomsOf(organisation);
  const secrets = secretsOf(organisation, atoms, draw);
  const told = publish(organisation);
  const published = textOf(told);
  const { people } = organisation;
  const left = new Left(
    secrets,
    stateOf(atoms),
    (others) => textOf(publish({ ...organisation, people: others })) === published,
  );
  const propose = exchanges(organisation, told, draw);
  for (const secret of secrets) {
    for (let attempt = 0; attempt < tries && left.has(secret); attempt++) {
      const group = secret.atoms.flatMap((at) => atoms[at]!.members);
      const other = propose(group, secret.deed);
      if (other) left.open(stateOf(atomsOf({ ...organisation, people: other.people })), other.people, other.isAlike);
    }
  }
  if (left.secrets.length > 0) {
    const solver = await Solver.start();
    load(solver, told, atoms);
    for (const secret of left.secrets.slice(0, enough)) {
      for (const direction of ['Maximize', 'Minimize'] as const) {
        if (!left.has(secret)) break;
        const values = solver.extreme(direction, new Map(secret.atoms.map((at) => [nameOf(secret.deed, at), 1])));
        const state = deeds.map((_, deed) => atoms.map((_, at) => values.get(nameOf(deed, at))!));
        left.open(state, peopleIn(state, atoms, people), false);
      }
    }
  }
  return { secrets: secrets.length, ...left.words(left.secrets.slice(0, enough)) };
}

/** Secrets that no other state has opened yet. */
class Left {
  private readonly closed: Set<Secret>;
  private readonly unfooled: Set<Secret>;

  constructor(
    secrets: readonly Secret[],
    private readonly truth: State,
    private readonly isTwin: (people: readonly Person[]) => boolean,
  ) {
    this.closed = new Set(secrets);
    this.unfooled = new Set(secrets);
  }

  get secrets(): Secret[] {
    return [...new Set([...this.closed, ...this.unfooled])];
  }

  has(secret: Secret): boolean {
    return this.closed.has(secret) || this.unfooled.has(secret);
  }

  /** By a state that fits what is published; `isAlike`: it is known to publish the same. */
  open(state: State, people: readonly Person[], isAlike: boolean): void {
    const differs = (secret: Secret) => valueIn(state, secret) !== valueIn(this.truth, secret);
    for (const secret of this.closed) if (differs(secret)) this.closed.delete(secret);
    const news = [...this.unfooled].filter((secret) => differs(secret));
    if (news.length > 0 && (isAlike || this.isTwin(people))) for (const secret of news) this.unfooled.delete(secret);
  }

  words(of: readonly Secret[]): Pick<Haul, 'linear' | 'aware'> {
    const say = (from: ReadonlySet<Secret>) =>
      of.filter((secret) => from.has(secret)).map((secret) => wordsOf(secret, this.truth));
    return { linear: say(this.closed), aware: say(this.unfooled) };
  }
}

/** People of whom as many did everything as a state says: the first of each atom, the most in each. */
function peopleIn(state: State, atoms: readonly Atom[], people: readonly Person[]): Person[] {
  const did = new Map<Person, number>();
  atoms.forEach(({ members }, at) =>
    members.forEach((person, place) =>
      did.set(
        person,
        deeds.reduce((bits, _, deed) => bits | (place < state[deed]![at]! ? 1 << deed : 0), 0),
      ),
    ),
  );
  return people.map((person) => ({ ...person, did: did.get(person)! }));
}

const wordsOf = (secret: Secret, truth: State): string =>
  `${deeds[secret.deed]!} of ${secret.name}: ${valueIn(truth, secret)} of ${secret.people}`;

const textOf = (told: readonly Told[]): string =>
  told.map(({ name, deed, interval }) => `${name} ${deed} ${interval.join('-')}`).join('\n');
