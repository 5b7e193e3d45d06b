/** A source, and whether it tells of one kind of act. */
export interface Telling {
  name: string;
  tells: boolean;
}

/** The sources that alone tell of something, where others are silent about it: a rate of it counts nobody of theirs. */
export function onlyFrom(sources: readonly Telling[]): string[] {
  const telling = sources.filter(({ tells }) => tells).map(({ name }) => name);
  return telling.length < sources.length ? telling : [];
}
