/** Managers of whom neither the directory nor a chain of managers tells a level. */
export const withoutLevel = 'level-none';

/** The population of the managers of one level, or of several that are read together; of none, those without a level. */
export const levelPopulation = (levels: readonly number[]): string =>
  levels.length === 0 ? withoutLevel : levels.map((level) => `level-${level}`).join('+');

/** The levels that a population of managers joins, from the top; 0 = executive committee. Empty for `level-none`. */
export const levelsIn = (population: string): number[] =>
  population === withoutLevel ? [] : population.split('+').map((key) => Number(key.slice('level-'.length)));

/** From the top; those without a level come last. */
export const byLevel = (one: string, other: string): number => placeOf(one) - placeOf(other);

const placeOf = (population: string): number => levelsIn(population)[0] ?? Number.MAX_SAFE_INTEGER;
