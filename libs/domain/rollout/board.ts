import { type Day } from '../calendar/day.js';
import { type Publication } from '../indicators/publication.js';
import { type Rules, type Slice } from '../indicators/rows.js';
import { type Cover } from '../mask/cover.js';
import { centreOf } from '../statistics/interval.js';
import { combinedShare, type PlannedPeople, plannedShare } from './plan.js';
import { entitiesByWave, inOrder, isOfPeople, isOpen, type Wave } from './wave.js';

const nothing: Cover = { nodes: [], mixed: [] };

/** Parent of every entity that exists on a day; null at the top. */
export type ParentsOn = (day: Day) => ReadonlyMap<string, string | null>;

/** Waves laid over publications: which places a wave is, week by week, and what was planned for them. */
export class Board {
  /** In the order of their colours. */
  readonly waves: readonly Wave[];
  private readonly covers = new Map<Day, Map<string, Cover>>();
  private readonly wholes = new Map<Day, readonly string[]>();
  private readonly rollouts = new Map<Day, Cover>();

  /** `weeks`: published Sundays to read, oldest first; the last is the one that pages show. */
  constructor(
    readonly publication: Publication,
    readonly rules: Rules,
    waves: readonly Wave[],
    readonly weeks: readonly Day[],
    private readonly parentsOn: ParentsOn,
    /** Keys of the entities that are declared as sites; empty where the directory does not say. */
    private readonly sites: ReadonlySet<string> = new Set(),
  ) {
    this.waves = inOrder(waves);
  }

  /** Null before the first publication. */
  get week(): Day | null {
    return this.weeks.at(-1) ?? null;
  }

  get knowsSites(): boolean {
    return this.sites.size > 0;
  }

  /** The site that a place is, or lies in; null where none is declared above it. */
  siteOf(place: string, weekEnd: Day): string | null {
    const tree = this.publication.tree(weekEnd);
    for (let at = tree.place(place); at; at = at.parent === null ? undefined : tree.place(at.parent))
      if (at.entity !== null && this.sites.has(at.entity)) return at.key;
    return null;
  }

  /** Places wholly inside a wave of entities and those it shares; nothing for a list of people. */
  cover(wave: string, weekEnd: Day): Cover {
    const known = this.covers.get(weekEnd) ?? this.coversOf(weekEnd);
    this.covers.set(weekEnd, known);
    return known.get(wave) ?? nothing;
  }

  /** The whole organisation. */
  get root(): Slice {
    return {
      slice: 'organisation',
      population: 'everyone',
      places: (weekEnd) => this.rootOf(weekEnd),
      plan: (weekEnd) => this.plannedPeople(weekEnd),
    };
  }

  /**
   * All waves of entities together; waves that are lists of people overlap with them. A place that two of them share is
   * no part of either, but one of the whole.
   */
  get whole(): Slice {
    return { ...this.root, directoryOnly: true, places: (weekEnd) => this.wholeOf(weekEnd) };
  }

  /** The waves of the rollout that have opened, as one: the places that make up all of them, nobody twice. */
  get rollout(): Slice {
    return {
      ...this.root,
      slice: 'rollout',
      directoryOnly: true,
      places: (weekEnd) => this.rolloutCover(weekEnd).nodes,
    };
  }

  slice(wave: Wave): Slice {
    return {
      slice: wave.key,
      population: isOfPeople(wave) ? `wave-${wave.key}` : 'everyone',
      directoryOnly: true,
      places: (weekEnd) => (isOfPeople(wave) ? this.rootOf(weekEnd) : this.cover(wave.key, weekEnd).nodes),
      plan: (weekEnd) => this.peopleOf(wave, weekEnd) * plannedShare(wave, weekEnd),
    };
  }

  /** One place; its plan is that of the wave that holds it whole. */
  place(key: string): Slice {
    return {
      slice: key,
      population: 'everyone',
      places: (weekEnd) => (this.publication.tree(weekEnd).place(key) ? [key] : []),
      plan: (weekEnd) => {
        const wave = this.waveOf(key, weekEnd);
        const people = this.publication.tree(weekEnd).place(key)?.headcount ?? 0;
        return wave ? people * plannedShare(wave, weekEnd) : null;
      },
    };
  }

  /** The wave that holds a place whole; undefined where waves meet. */
  waveOf(place: string, weekEnd: Day): Wave | undefined {
    const tree = this.publication.tree(weekEnd);
    const above = new Set<string>();
    for (let at = tree.place(place); at; at = at.parent === null ? undefined : tree.place(at.parent)) above.add(at.key);
    return this.waves.find(({ key }) => this.cover(key, weekEnd).nodes.some((node) => above.has(node)));
  }

  /** The wave that holds a place whole, or all that share it, the first to open first; none where no wave reaches. */
  wavesOf(place: string, weekEnd: Day): Wave[] {
    const whole = this.waveOf(place, weekEnd);
    if (whole) return [whole];
    const start = ({ actualStart, plannedStart }: Wave) => actualStart ?? `later ${plannedStart}`;
    return this.waves
      .filter(({ key }) => this.cover(key, weekEnd).mixed.includes(place))
      .sort((a, b) => start(a).localeCompare(start(b)));
  }

  /** Plans of the waves with the people they hold that week. */
  plans(waves: readonly Wave[], weekEnd: Day): PlannedPeople[] {
    return waves.map((plan) => ({ plan, people: this.peopleOf(plan, weekEnd) })).filter(({ people }) => people > 0);
  }

  /** People of a wave, declared; 0 where they are not published. */
  peopleOf(wave: Wave, weekEnd: Day): number {
    const { places, population } = this.slice(wave);
    const people = this.publication.count(places(weekEnd), weekEnd, population, 0, 'people');
    return people ? centreOf(people) : 0;
  }

  private plannedPeople(weekEnd: Day): number | null {
    const plans = this.plans(
      this.waves.filter((wave) => !isOfPeople(wave)),
      weekEnd,
    );
    const share = combinedShare(plans, weekEnd);
    const people = this.publication.count(this.wholeOf(weekEnd), weekEnd, 'everyone', 0, 'people');
    return share === null || !people ? null : share * centreOf(people);
  }

  private wholeOf(weekEnd: Day): readonly string[] {
    const known = this.wholes.get(weekEnd);
    if (known) return known;
    const entities = [...entitiesByWave(this.waves, this.parentsOn(weekEnd)).values()].flatMap((set) => [...set]);
    const found = entities.length > 0 ? this.publication.tree(weekEnd).cover(new Set(entities)).nodes : [];
    this.wholes.set(weekEnd, found);
    return found;
  }

  /** Its places, and those that it shares with waves that are no part of it. */
  rolloutCover(weekEnd: Day): Cover {
    const known = this.rollouts.get(weekEnd);
    if (known) return known;
    const byWave = entitiesByWave(this.waves, this.parentsOn(weekEnd));
    const opened = this.waves.filter((wave) => wave.kind === 'rollout' && isOpen(wave, weekEnd));
    const entities = new Set(opened.flatMap(({ key }) => [...(byWave.get(key) ?? [])]));
    const found = entities.size > 0 ? this.publication.tree(weekEnd).cover(entities) : nothing;
    this.rollouts.set(weekEnd, found);
    return found;
  }

  private rootOf(weekEnd: Day): string[] {
    const { root } = this.publication.tree(weekEnd);
    return root ? [root.key] : [];
  }

  private coversOf(weekEnd: Day): Map<string, Cover> {
    const tree = this.publication.tree(weekEnd);
    const entities = entitiesByWave(this.waves, this.parentsOn(weekEnd));
    return new Map([...entities].map(([wave, set]) => [wave, set.size > 0 ? tree.cover(set) : nothing]));
  }
}
