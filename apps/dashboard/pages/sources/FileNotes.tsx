import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import styles from './sources.module.css';

const noteWords = {
  read_as_windows_1252: 'noteWindows1252',
  concealed_names: 'noteConcealed',
  people_only: 'notePeopleOnly',
  reports_outweigh: 'noteReportsOutweigh',
  not_in_file: 'noteNotInFile',
  tree_proposed: 'noteTreeProposed',
  known_elsewhere: 'noteKnownElsewhere',
  doubled_local_time: 'noteDoubledTime',
  directory_first: 'noteDirectoryFirst',
  directory_corrects_first: 'noteCorrectsFirst',
  left_aside: 'noteLeftAside',
} as const;
const words: Record<string, (typeof noteWords)[keyof typeof noteWords]> = noteWords;

/** Notes of which it matters how often. */
const counted = new Set(['doubled_local_time', 'reports_outweigh']);

/** What a directory tells, on one line. */
const foundWords = {
  directory_people: 'foundPeople',
  directory_entities: 'foundEntities',
  directory_managers: 'foundManagers',
} as const;

/** Of an export, what its lines are. */
const partWords = {
  read_events: 'partEvents',
  read_accounts: 'partAccounts',
  read_groups: 'partGroups',
} as const;

/** What a directory that holds everybody changed, on another. */
const changedWords = {
  directory_joined: 'changedJoined',
  directory_left: 'changedLeft',
  directory_moved: 'changedMoved',
  directory_led_by_others: 'changedManager',
} as const;

function countsOf<W extends string>(words: Record<string, W>, notes: readonly { code: string; times: number }[]) {
  return Object.entries(words).flatMap(([code, word]) => {
    const note = notes.find((one) => one.code === code);
    return note ? [{ word, times: note.times }] : [];
  });
}

/** What to know of the reading of a file although nothing was refused for it. */
export function FileNotes({ notes }: { notes: readonly { code: string; times: number }[] }) {
  const { t } = useTranslation('files');
  const format = useFormat();
  if (notes.length === 0) return null;
  const found = countsOf(foundWords, notes);
  const parts = countsOf(partWords, notes);
  const told = countsOf(changedWords, notes);
  const changed = told.filter(({ times }) => times > 0);
  // What else a directory tells is for the notice to employees.
  const others = notes.filter(({ code }) => code in words || !(code.startsWith('directory_') || code in partWords));
  return (
    <ul className={styles.notes}>
      {found.length > 0 && (
        <li>{found.map(({ word, times }) => t(word, { count: times, n: format.number(times) })).join(' · ')}</li>
      )}
      {parts.length > 0 && (
        <li>
          {t('partsOf', {
            parts: new Intl.ListFormat(format.language).format(
              parts.map(({ word, times }) => t(word, { count: times, n: format.number(times) })),
            ),
          })}
        </li>
      )}
      {told.length > 0 && (
        <li>
          {changed.length === 0
            ? t('changedNothing')
            : changed.map(({ word, times }) => t(word, { count: times, n: format.number(times) })).join(' · ')}
        </li>
      )}
      {others.map(({ code, times }) => {
        const word = words[code];
        return (
          <li key={code}>
            {word ? t(word, { count: times, n: format.number(times) }) : t('noteOther', { code })}
            {counted.has(code) && times > 1 && ` (${t('noteTimes', { count: times, n: format.number(times) })})`}
          </li>
        );
      })}
    </ul>
  );
}
