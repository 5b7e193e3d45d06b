/** The population of the managers of one level, or of several that are read together. */
export const levelPopulation = (levels: readonly number[]): string => levels.map((level) => `level-${level}`).join('+');

/** The levels that a population of managers joins, from the top; 0 = executive committee. */
export const levelsIn = (population: string): number[] =>
  population.split('+').map((key) => Number(key.slice('level-'.length)));
