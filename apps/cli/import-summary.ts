import { type NoteCode } from '#connectors/import-note.js';
import { type ImportReport } from '#pipeline/import/import-request.js';

const noteTexts: Record<NoteCode, string> = {
  read_as_windows_1252: 'the file is not UTF-8 and was read as Windows-1252; --encoding says otherwise',
  doubled_local_time: 'a local time that the clocks showed twice was taken as the first',
  concealed_names: 'names are concealed in this file: its people cannot be found in the directory',
  reports_outweigh: 'somebody said to manage nobody has reports, and counts as a manager',
  known_elsewhere:
    'most events are in under another source, and count twice; --source or --profile would name that source',
  tree_proposed: 'accounts say where they work: the page Sources proposes a tree',
  directory_people: 'people in the file',
  directory_entities: 'entities that they are in',
  directory_managers: 'managers among them',
  directory_joined: 'people who joined',
  directory_left: 'people who left',
  directory_moved: 'people who moved',
  directory_led_by_others: 'people with another manager than before',
  directory_first: 'people of the first directory, which counts for the weeks before it too',
  directory_corrects_first: 'people of a correction of the first directory, which counts for the weeks before it too',
  directory_links: 'people with their manager',
  directory_said: 'people said to manage, or not to',
  directory_levels: 'people with a level',
  directory_days: 'people with a day of joining or leaving',
  directory_sites: 'people with a site',
  directory_trades: 'people with a trade',
  not_in_file:
    'people of the directory are not in the file, and stay as they are; --snapshot DATE says that it holds everybody',
  read_events: 'of the lines are events',
  read_accounts: 'of the lines are accounts',
  read_groups: 'of the lines are groups',
  left_aside: 'things of the export are nobody’s act, and were skipped',
  people_only: 'the file tells totals since ever: its people were taken in, and what they did was not',
};

const isCount = (code: NoteCode) => /^(directory|read|left|not)_/.test(code) && code !== 'read_as_windows_1252';

/** Only events have ids of their own, and their lines can do without. */
const withoutIds = 'hint: --map id=NAME names the column of ids; --ids content tells the lines of a file without one';

/** What became of a file, for people to read. */
export function summary(report: ImportReport): string[] {
  const lines = [
    `import ${report.importId}: ${report.received} read, ${report.accepted} accepted, ${report.duplicates} already known, ${report.rejected} refused` +
      (report.skipped > 0 ? `, ${report.skipped} skipped` : ''),
  ];
  if (report.held?.correctsFirst === true)
    lines.push('it corrects the first directory, of the same day: approved, it counts for the weeks before it too');
  for (const { place, joined, left, arrived, departed } of (report.held?.places ?? []).slice(0, 20))
    lines.push(`${place || '–'}: ${joined} joining, ${left} leaving, ${arrived} coming, ${departed} going elsewhere`);
  for (const { code, times } of report.notes.filter((note) => note.times > 0 || !isCount(note.code)))
    lines.push(
      isCount(code) ? `${times} ${noteTexts[code]}` : `note: ${noteTexts[code]}${times > 1 ? ` (${times} times)` : ''}`,
    );
  if (report.errorMessage) lines.push(`${report.errorCode}: ${report.errorMessage}`);
  if (report.errorField === 'id') lines.push(withoutIds);
  for (const reject of report.rejects.slice(0, 10))
    lines.push(`line ${reject.line}: ${reject.code} – ${reject.message}`);
  if (report.rejected > 10) lines.push(`… and ${report.rejected - 10} more`);
  return lines;
}
