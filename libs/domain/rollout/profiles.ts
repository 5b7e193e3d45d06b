import { goodnessOfFit } from '../statistics/goodness-of-fit.js';

export type Dimension = 'site' | 'trade' | 'level' | 'maturity';

export interface ProfileCount {
  dimension: Dimension;
  category: string;
  people: number;
  ambassadors: number;
}

export interface Profile {
  dimension: Dimension;
  /** `expected`: ambassadors in proportion to the people. Largest first. */
  rows: { category: string; people: number; ambassadors: number; expected: number }[];
  /** Pearson's chi-square over classes in which five or more are expected, the smaller joined into one; null with too few. */
  test: { chiSquare: number; df: number; p: number } | null;
}

/** K63, K64: whether ambassadors look like everyone, by each thing the directory says of people. */
export function profilesOf(counts: readonly ProfileCount[]): Profile[] {
  return (['trade', 'level', 'site', 'maturity'] as const).flatMap((dimension) => {
    const own = counts.filter((count) => count.dimension === dimension);
    if (own.length < 2) return [];
    const sum = (of: (count: ProfileCount) => number) => own.reduce((all, count) => all + of(count), 0);
    const share = sum(({ ambassadors }) => ambassadors) / sum(({ people }) => people);
    const rows = own
      .map(({ category, people, ambassadors }) => ({ category, people, ambassadors, expected: people * share }))
      .sort((a, b) => b.people - a.people || (a.category < b.category ? -1 : 1));
    return [{ dimension, rows, test: testOf(rows) }];
  });
}

const fewestExpected = 5;

function testOf(rows: Profile['rows']): Profile['test'] {
  const classes: { people: number; ambassadors: number; expected: number }[] = [];
  // Largest first: once one is too small, all that follow are, and are read as one.
  let rest = { people: 0, ambassadors: 0, expected: 0 };
  for (const row of rows) {
    if (row.expected >= fewestExpected) classes.push(row);
    else
      rest = {
        people: rest.people + row.people,
        ambassadors: rest.ambassadors + row.ambassadors,
        expected: rest.expected + row.expected,
      };
  }
  const last = classes.at(-1);
  if (rest.people > 0 && rest.expected < fewestExpected && last) {
    classes[classes.length - 1] = {
      people: last.people + rest.people,
      ambassadors: last.ambassadors + rest.ambassadors,
      expected: last.expected + rest.expected,
    };
  } else if (rest.people > 0) classes.push(rest);
  const fit = goodnessOfFit(
    classes.map(({ ambassadors }) => ambassadors),
    classes.map(({ people }) => people),
  );
  if (!fit || fit.leastExpected < fewestExpected) return null;
  return { chiSquare: fit.chiSquare, df: fit.df, p: fit.p };
}
