/** How the bytes of a text file may be read. Latin-1 is read as Windows-1252, which has the same letters and more. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Ways to write an instant, or a day, without its offset; in the letters of Unicode (UTS #35). */
export const dateFormats = [
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy',
  'MM/dd/yyyy h:mm a',
  'MM/dd/yyyy HH:mm',
  'MM/dd/yyyy',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy/MM/dd',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** What a row tells of: one act, or what a person did on one day, counted. */
export const grains = ['event', 'day'] as const;
export type Grain = (typeof grains)[number];

/** What tells a line of events from every other: the id in its column, or all that it says. */
export const lineIds = ['column', 'content'] as const;
export type LineIds = (typeof lineIds)[number];
