import { type Draw } from '#domain/statistics/random.js';
import { type Atom, atomsOf, countsOf, load, nameOf, type Secret, type State, stateOf, valueIn } from './equations.js';
import { exchanges } from './exchange.js';
import { type Person, type World } from './organisation.js';
import { type Told } from './publications.js';
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
 * `enough`: secrets solved after which it stops. `isAware`: whether it is asked who knows the rules. `longest`: how many
 * times as long as at first it looks for a twin where none was found.
 */
export async function attack<T extends World>(
  world: T,
  publish: (world: T) => Iterable<Told>,
  secretsOf: (world: T, atoms: readonly Atom[], draw: Draw) => Secret[],
  draw: Draw,
  { tries = 25, enough = Infinity, isAware = true, longest = 640 } = {},
): Promise<Haul> {
  const { deeds } = world;
  const atoms = atomsOf(world);
  const secrets = secretsOf(world, atoms, draw);
  const lines = [...publish(world)];
  const told = lines.filter(({ isUntold }) => !isUntold);
  const published = told.map(textOf);
  const truth = stateOf(deeds, atoms);
  const hidden = { closed: secrets, unfooled: isAware ? secrets : [] };
  const left = new Left(deeds, hidden, truth, (others) => isTold(publish({ ...world, people: others }), published));
  let base = world;
  // Each walk starts from where the one before found another organisation that publishes the same.
  const walk = (attempts: number): void => {
    const propose = exchanges(base, told, draw);
    const members = atomsOf(base).map((atom) => atom.members);
    for (const secret of left.secrets) {
      const group = secret.atoms.flatMap((at) => members[at]!);
      for (let attempt = 0; attempt < attempts && left.has(secret); attempt++) {
        const other = propose(group, secret.deed);
        if (!other) continue;
        const next = { ...base, people: other.people };
        if (left.open(stateOf(deeds, atomsOf(next)), other.people, other.isAlike)) base = next;
      }
    }
  };
  walk(tries);
  const tried = left.secrets.slice(0, enough);
  const sums = countsOf(world, atoms);
  // What fits all that is told; then, of what publishes the same, what also fits the bands that it rests on.
  for (const known of told.length < lines.length ? [told, lines] : [told]) {
    if (!tried.some((secret) => left.has(secret))) break;
    const solver = await Solver.start();
    load(solver, world, known, atoms);
    const from = stateOf(deeds, atomsOf(base));
    const here = new Map(from.flatMap((row, deed) => row.map((value, at) => [nameOf(deed, at), value] as const)));
    for (const secret of tried) {
      const names = secret.atoms.map((at) => nameOf(secret.deed, at));
      const value = valueIn(truth, secret);
      for (const other of [[value + 1, secret.people] as const, [0, value - 1] as const]) {
        if (!left.has(secret)) break;
        const values = other[0] <= other[1] && solver.nearest(here, sums, [names, other]);
        if (!values) continue;
        const state = deeds.map((_, deed) => atoms.map((_, at) => values.get(nameOf(deed, at))!));
        const people = peopleIn(state, atoms, world);
        if (left.open(state, people, false)) base = { ...world, people };
      }
    }
  }
  // One of some hundred organisations has twins that only whoever looks far longer finds.
  for (let longer = 10; longer <= longest && left.secrets.length > 0; longer *= 2) walk(longer * tries);
  return { secrets: secrets.length, ...left.words(tried) };
}

/** Secrets that no other state has opened yet. */
class Left {
  private readonly closed: Set<Secret>;
  private readonly unfooled: Set<Secret>;

  constructor(
    private readonly deeds: readonly string[],
    { closed, unfooled }: { closed: readonly Secret[]; unfooled: readonly Secret[] },
    private readonly truth: State,
    private readonly isTwin: (people: readonly Person[]) => boolean,
  ) {
    this.closed = new Set(closed);
    this.unfooled = new Set(unfooled);
  }

  get secrets(): Secret[] {
    return [...new Set([...this.closed, ...this.unfooled])];
  }

  has(secret: Secret): boolean {
    return this.closed.has(secret) || this.unfooled.has(secret);
  }

  /**
   * By a state that fits what is published; `isAlike`: it is known to publish the same. Whether it does, as far as that
   * was looked at.
   */
  open(state: State, people: readonly Person[], isAlike: boolean): boolean {
    const differs = (secret: Secret) => valueIn(state, secret) !== valueIn(this.truth, secret);
    for (const secret of this.closed) if (differs(secret)) this.closed.delete(secret);
    const news = [...this.unfooled].filter((secret) => differs(secret));
    const isTwin = news.length > 0 && (isAlike || this.isTwin(people));
    if (isTwin) for (const secret of news) this.unfooled.delete(secret);
    return isTwin;
  }

  words(of: readonly Secret[]): Pick<Haul, 'linear' | 'aware'> {
    const say = (from: ReadonlySet<Secret>) =>
      of.filter((secret) => from.has(secret)).map((secret) => this.wordsOf(secret));
    return { linear: say(this.closed), aware: say(this.unfooled) };
  }

  private wordsOf(secret: Secret): string {
    return `${this.deeds[secret.deed]!} of ${secret.name}: ${valueIn(this.truth, secret)} of ${secret.people}`;
  }
}

/** People of whom as many did everything as a state says: the first of each atom, the most in each. */
function peopleIn(state: State, atoms: readonly Atom[], { people, deeds }: World): Person[] {
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

/** Whether just this is told; no more is published than it takes to know. */
function isTold(lines: Iterable<Told>, published: readonly string[]): boolean {
  let at = 0;
  for (const line of lines) if (!line.isUntold && textOf(line) !== published[at++]) return false;
  return at === published.length;
}

const textOf = ({ name, deed, interval }: Told): string => `${name} ${deed} ${interval.join('-')}`;
