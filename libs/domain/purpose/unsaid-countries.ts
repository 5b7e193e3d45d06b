import { countryCalled } from './country-names.js';

/** An entity as the tree has it: its own country, ISO 3166-1, or null. */
export interface PlacedEntity {
  key: string;
  name: string;
  parent: string | null;
  country: string | null;
}

/** An entity of which somebody has to say the country. */
export interface UnsaidCountry {
  entity: string;
  /** From the top. */
  path: readonly string[];
  /** What its name says, to be confirmed; null where it is no country's name. */
  proposal: string | null;
}

/**
 * Entities of which nobody knows in which country they are: at the head of the tree those without any, for all below
 * them; and further down those that are called like a country other than the one above them. Nothing is taken from a name
 * unless somebody confirms it. In the order of their paths.
 */
export function unsaidCountries(entities: readonly PlacedEntity[]): UnsaidCountry[] {
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const above = (entity: PlacedEntity): PlacedEntity[] => {
    const chain: PlacedEntity[] = [];
    for (let at = parentOf(entity, byKey); at && !chain.includes(at); at = parentOf(at, byKey)) chain.push(at);
    return chain;
  };
  const unsaid = entities.flatMap((entity): UnsaidCountry[] => {
    if (entity.country !== null) return [];
    const chain = above(entity);
    const proposal = countryCalled(entity.name);
    const inherited =
      chain.map(({ country, name }) => country ?? countryCalled(name)).find((one) => one !== null) ?? null;
    if (chain.length > 0 && (proposal === null || proposal === inherited)) return [];
    return [{ entity: entity.key, path: [...chain.reverse(), entity].map(({ name }) => name), proposal }];
  });
  return unsaid.sort((one, other) => (one.path.join('\n') < other.path.join('\n') ? -1 : 1));
}

const parentOf = ({ parent }: PlacedEntity, byKey: ReadonlyMap<string, PlacedEntity>): PlacedEntity | undefined =>
  parent === null ? undefined : byKey.get(parent);
