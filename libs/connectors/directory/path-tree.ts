import { type EntityRow } from '../csv/rows.js';
import { type Finding } from './checked.js';
import { entityKeyLength, fold, type KnownEntity, pathSeparator, tidy } from './entity-path.js';

/** A path that leads to no entity, and to none that could be made. */
export class PathProblem extends Error {
  override readonly name = 'PathProblem';

  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/**
 * Finds entities by their names from the top, and makes those that are missing: below the one that was found last, under
 * a key that is the path. What a file of entities declared may be told by its key too, and steps between may be left
 * out; there a path that begins with a name nobody knows begins below the one top. The order of the paths changes
 * nothing, nor does a second reading.
 */
export class PathTree {
  private readonly byKey = new Map<string, KnownEntity>();
  /** Parent ('' = none) and folded name or key → entities. */
  private readonly children = new Map<string, Map<string, KnownEntity[]>>();
  /** Folded name or key → entities of which the key is not their path: somebody declared them. */
  private readonly declared = new Map<string, KnownEntity[]>();
  private readonly top: string | null;
  /** Entities that were not known before, parents before children. */
  readonly fresh: EntityRow[] = [];

  constructor(known: readonly KnownEntity[]) {
    for (const entity of known) this.byKey.set(entity.key, entity);
    for (const entity of known) {
      this.addChild(entity);
      if (this.isMade(entity)) continue;
      for (const word of wordsOf(entity)) this.declared.set(word, [...(this.declared.get(word) ?? []), entity]);
    }
    const roots = known.filter(({ parent }) => parent === null);
    this.top = roots.length === 1 && this.declared.size > 0 ? (roots[0]?.key ?? null) : null;
  }

  /** Key of the entity; null for a path without names. Throws PathProblem. */
  place(names: readonly string[]): string | null {
    let at: string | null = null;
    for (const name of names) at = this.step(at, name);
    return at;
  }

  private step(at: string | null, name: string): string {
    const word = fold(name);
    const starts = at === null ? [null, this.top] : [at];
    for (const start of starts) {
      const found = this.children.get(start ?? '')?.get(word) ?? [];
      if (found.length > 1) throw new PathProblem(ambiguous);
      if (found[0]) return found[0].key;
    }
    const elsewhere = this.declared.get(word) ?? [];
    const below = elsewhere.filter(({ key }) => at === null || this.isBelow(key, at));
    if (below.length > 1) throw new PathProblem(ambiguous);
    if (below[0]) return below[0].key;
    // A key is nobody else's: the path and the file of entities cannot both be right.
    if (elsewhere.some(({ key }) => fold(key) === word)) throw new PathProblem(contradictory);
    return this.make(at ?? this.top, tidy(name));
  }

  private make(parent: string | null, name: string): string {
    const key = parent === null ? name : `${parent}${pathSeparator}${name}`;
    if (key.length > entityKeyLength) throw new PathProblem(tooLong);
    // An entity that a file declared under just this key, elsewhere.
    if (this.byKey.has(key)) throw new PathProblem(contradictory);
    const entity = { key, name, parent };
    this.byKey.set(key, entity);
    this.addChild(entity);
    this.fresh.push({ entityId: key, parentId: parent, name, kind: null, country: null, timezone: null });
    return key;
  }

  private addChild(entity: KnownEntity): void {
    const under = entity.parent ?? '';
    const words = this.children.get(under) ?? new Map<string, KnownEntity[]>();
    this.children.set(under, words);
    for (const word of wordsOf(entity)) words.set(word, [...(words.get(word) ?? []), entity]);
  }

  private isMade({ key, name, parent }: KnownEntity): boolean {
    return fold(key) === fold(parent === null ? name : `${parent}${pathSeparator}${name}`);
  }

  private isBelow(key: string, above: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null = key; at !== null && !seen.has(at); at = this.byKey.get(at)?.parent ?? null) {
      if (at === above) return true;
      seen.add(at);
    }
    return false;
  }
}

const wordsOf = ({ key, name }: KnownEntity): Set<string> => new Set([fold(key), fold(name)]);

const ambiguous: Finding = {
  code: 'ambiguous_path',
  field: 'entity_path',
  message: 'Several entities could be meant: write the path from the top.',
};

const contradictory: Finding = {
  code: 'path_elsewhere',
  field: 'entity_path',
  message: 'The path leads to an entity that stands elsewhere in the tree.',
};

const tooLong: Finding = { code: 'too_long', field: 'entity_path', message: 'The path of the entity is too long.' };
