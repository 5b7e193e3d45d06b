import { Button } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FigureNote } from '#contract/notes.js';
import { useRights } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './notes.module.css';

/** Under a number: that something is written beside it. */
export function NoteCount({ count }: { count: number }) {
  const { t } = useTranslation('notes');
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <IconNote size={14} stroke={1.7} aria-hidden /> {t('count', { count })}
    </span>
  );
}

interface NoteListProps {
  notes: readonly FigureNote[];
  /** Opens the form: of one that there is, or of a new one. */
  onWrite: (note: FigureNote | null) => void;
}

/** In the panel of a number: who wrote what of which week, and the way to write. */
export function NoteList({ notes, onWrite }: NoteListProps) {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const { readsPlaces } = useRights();
  return (
    <>
      {notes.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {notes.map((note) => (
            <li key={note.id}>
              {note.text}{' '}
              <small>
                {t(note.isChanged ? 'signedChanged' : 'signed', {
                  ...{ author: note.author ?? t('gone'), day: format.day(note.writtenOn, 'medium') },
                  week: format.day(note.weekEnd, 'short'),
                })}
              </small>{' '}
              {note.isOpen && (
                <Button size="compact-xs" variant="subtle" onClick={() => onWrite(note)}>
                  {t('change')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {readsPlaces && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconNote size={15} stroke={1.7} aria-hidden />}
          onClick={() => onWrite(null)}
        >
          {t('write')}
        </Button>
      )}
    </>
  );
}
