import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import styles from './sources.module.css';

const noteWords = {
  read_as_windows_1252: 'noteWindows1252',
  concealed_names: 'noteConcealed',
  people_only: 'notePeopleOnly',
  reports_outweigh: 'noteReportsOutweigh',
  tree_proposed: 'noteTreeProposed',
  known_elsewhere: 'noteKnownElsewhere',
  doubled_local_time: 'noteDoubledTime',
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

const foundOf = (notes: readonly { code: string; times: number }[]) =>
  Object.entries(foundWords).flatMap(([code, word]) => {
    const note = notes.find((one) => one.code === code);
    return note ? [{ word, times: note.times }] : [];
  });

/** What to know of the reading of a file although nothing was refused for it. */
export function FileNotes({ notes }: { notes: readonly { code: string; times: number }[] }) {
  const { t } = useTranslation('files');
  const format = useFormat();
  if (notes.length === 0) return null;
  const found = foundOf(notes);
  const others = notes.filter(({ code }) => !Object.hasOwn(foundWords, code));
  return (
    <ul className={styles.notes}>
      {found.length > 0 && (
        <li>{found.map(({ word, times }) => t(word, { count: times, n: format.number(times) })).join(' · ')}</li>
      )}
      {others.map(({ code, times }) => {
        const word = words[code];
        return (
          <li key={code}>
            {word ? t(word) : t('noteOther', { code })}
            {counted.has(code) && times > 1 && ` (${t('noteTimes', { count: times, n: format.number(times) })})`}
          </li>
        );
      })}
    </ul>
  );
}
