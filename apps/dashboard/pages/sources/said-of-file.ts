/** What only somebody who knows the file can say of it. */
export interface SaidOfFile {
  /** Last day of which it has everything; '' = not said. */
  completeThrough: string;
  /** Day on which it held everybody; '' = not said yet, null = it does not. */
  everybodyOn: string | null;
}

export const nothingSaid: SaidOfFile = { completeThrough: '', everybodyOn: null };

/**
 * As the switch stands before anybody touched it: a first directory holds everybody, as of today; a later file may be a part.
 * Nobody leaves by it, for nobody is there.
 */
export const saidAtFirst = (isFirstDirectory: boolean, today: string): SaidOfFile => ({
  ...nothingSaid,
  everybodyOn: isFirstDirectory ? today : null,
});

/** What was said of this very file: of the next one, nobody has said anything yet. */
export function saidOf(
  said: SaidOfFile & { file: File | null },
  file: File | null,
  atFirst: SaidOfFile = nothingSaid,
): SaidOfFile {
  const { completeThrough, everybodyOn } = said;
  return said.file === file ? { completeThrough, everybodyOn } : atFirst;
}
