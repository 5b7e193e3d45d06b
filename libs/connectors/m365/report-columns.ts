import { type ColumnMap, type Columns } from '../csv/header.js';
import { UnreadableFileError } from '../rejection.js';

/** Columns of the reports that have a row per person, in small letters; the others only say how many did what. */
export const userReports = {
  activity: {
    required: [
      'report refresh date',
      'user principal name',
      'posted count',
      'read count',
      'liked count',
      'report period',
    ],
    optional: [],
  },
  devices: {
    required: ['report refresh date', 'user principal name', 'used web', 'report period'],
    optional: ['used windows phone', 'used android phone', 'used iphone', 'used ipad', 'used others'],
  },
} as const satisfies Record<string, Columns>;

export type UserReport = keyof typeof userReports;

/** Columns that the other reports of Viva Engage have, of which nobody in particular is told. */
const ofTotals = ['group display name', 'liked', 'web', 'total'];

/** Which report a header is of; `map` may name the columns of a report in another language. Throws UnreadableFileError. */
export function reportOf(names: readonly string[], map: ColumnMap): UserReport {
  const has = (name: string) => names.includes(name) || name in map;
  if (has('user principal name') && has('posted count')) return 'activity';
  if (has('user principal name') && has('used web')) return 'devices';
  if (has('report refresh date') && ofTotals.some(has)) {
    throw new UnreadableFileError('only_totals', null, 'This report tells totals: who did what is not in it.');
  }
  throw new UnreadableFileError(
    'not_an_m365_report',
    null,
    'The header is not that of a Viva Engage report per user; where it is in another language, map its columns.',
  );
}
