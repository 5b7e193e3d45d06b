type Point = readonly [index: number, value: number];

interface SparkPath {
  path: string;
  /** Told with nothing beside them: no line would show them. */
  alone: Point[];
  last: Point | null;
}

/** The line through what was told: none before the first value nor after the last, and none over a gap unless stepped. */
export function sparkPath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  stepped: boolean,
): SparkPath {
  const told = values.flatMap((value, i): Point[] => (value === null ? [] : [[i, value]]));
  const alone: Point[] = [];
  let path = '';
  told.forEach(([i, value], nth) => {
    const [before, after] = [told[nth - 1]?.[0], told[nth + 1]?.[0]];
    const isJoined = before !== undefined && (stepped || before === i - 1);
    if (!isJoined) path += `M${x(i)} ${y(value)}`;
    else path += stepped ? `H${x(i)}V${y(value)}` : `L${x(i)} ${y(value)}`;
    if (!isJoined && !(after !== undefined && (stepped || after === i + 1))) alone.push([i, value]);
  });
  return { path, alone, last: told.at(-1) ?? null };
}
