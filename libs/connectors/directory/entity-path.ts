import { type EntityRow } from '../csv/rows.js';

/** Between the names of a path, as people write it: France > Lyon > Production. */
export const pathSeparator = ' > ';
export const entityKeyLength = 256;

/** One form for what is written in many: spaces, accents; and `>` only between names. */
export const tidy = (name: string) => name.normalize('NFC').replaceAll('>', '›').replace(/\s+/g, ' ').trim();

/** The same for names that differ in case, accents' form and spaces only. */
export const fold = (name: string) => tidy(name).toLowerCase();

/** Where somebody stands, and whether that is where they were said to be. */
export interface Standing {
  /** Key; null = in no entity. */
  entity: string | null;
  isUnknown: boolean;
}

/**
 * Makes the tree of entities from paths: an entity's key is its path, so that the same path is the same entity in every
 * file and push. Names that differ in case only are the first one met.
 */
export class DerivedTree {
  private readonly keys = new Map<string, string>();
  /** Entities that were not known before, parents before children. */
  readonly fresh: EntityRow[] = [];

  constructor(known: Iterable<string>) {
    for (const key of known) this.keys.set(key.normalize('NFC').toLowerCase(), key);
  }

  /** Throws RangeError for a path that is longer than a key may be. */
  place(names: readonly string[]): Standing {
    let parentId: string | null = null;
    for (const name of names.map(tidy).filter((one) => one !== '')) {
      const path: string = parentId === null ? name : `${parentId}${pathSeparator}${name}`;
      if (path.length > entityKeyLength) throw new RangeError('The path of the entity is too long.');
      const folded = path.toLowerCase();
      const key = this.keys.get(folded) ?? path;
      if (!this.keys.has(folded)) {
        this.keys.set(folded, key);
        this.fresh.push({ entityId: key, parentId, name, kind: null, country: null, timezone: null });
      }
      parentId = key;
    }
    return { entity: parentId, isUnknown: parentId === null };
  }
}

export interface KnownEntity {
  key: string;
  name: string;
  parent: string | null;
}

/**
 * Finds entities of a tree that somebody else declared, by key or by name. Who is in one that is not known stands in the
 * nearest one above that is, so that nobody is lost.
 */
export class GivenTree {
  private readonly byWord = new Map<string, KnownEntity[]>();
  private readonly byKey = new Map<string, KnownEntity>();
  private readonly root: string | null;

  constructor(entities: readonly KnownEntity[]) {
    for (const entity of entities) {
      this.byKey.set(entity.key, entity);
      for (const word of new Set([fold(entity.key), fold(entity.name)]))
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), entity]);
    }
    const roots = entities.filter(({ parent }) => parent === null);
    this.root = roots.length === 1 ? (roots[0]?.key ?? null) : null;
  }

  place(names: readonly string[]): Standing {
    let entity: string | null = null;
    let isUnknown = names.length === 0;
    for (const name of names) {
      const all: KnownEntity[] = this.byWord.get(fold(name)) ?? [];
      const below: KnownEntity[] = all.filter(({ key }) => entity === null || this.isBelow(key, entity));
      const [one, another] = below;
      if (one && !another) {
        entity = one.key;
        isUnknown = false;
      } else isUnknown = true;
    }
    return { entity: entity ?? this.root, isUnknown };
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
