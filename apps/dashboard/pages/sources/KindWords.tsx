import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { eventKinds, isEventKind } from '#domain/events/kind.js';
import { nameWords } from './name-words.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';

interface Props {
  /** Words of the file that mean nothing yet. */
  unknown: readonly string[];
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** What the words of the column of kinds mean. */
export function KindWords({ unknown, reading, onReading }: Props) {
  const { t } = useTranslation('files');
  const { t: sources } = useTranslation('sources');
  const words = [...new Set([...Object.keys(reading.kinds), ...unknown])].sort((a, b) => a.localeCompare(b));
  if (words.length === 0) return null;
  const choose = (word: string, kind: string | null) => {
    const { [word]: _before, ...others } = reading.kinds;
    onReading({ ...reading, kinds: kind !== null && isEventKind(kind) ? { ...others, [word]: kind } : others });
  };
  return (
    <details open={unknown.length > 0}>
      <summary>{t('wordsTitle')}</summary>
      <p>{t('wordsHint')}</p>
      <div className={styles.mapping}>
        {words.map((word) => (
          <Select
            key={word}
            size="xs"
            label={word}
            clearable
            placeholder={t('wordRefused')}
            data={eventKinds.map((value) => ({ value, label: sources(nameWords[value]) }))}
            value={reading.kinds[word] ?? null}
            onChange={(kind) => choose(word, kind)}
          />
        ))}
      </div>
    </details>
  );
}
