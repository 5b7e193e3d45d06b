import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { eventKinds, isEventKind } from '#domain/events/kind.js';
import { Fold } from './Fold.js';
import { nameWords } from './name-words.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';

interface Props {
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** What the words of the column of kinds mean. */
export function KindWords({ reading, onReading }: Props) {
  const { t } = useTranslation('files');
  const { t: sources } = useTranslation('sources');
  const words = Object.keys(reading.kinds).sort((a, b) => a.localeCompare(b));
  if (words.length === 0) return null;
  const choose = (word: string, kind: string | null) =>
    onReading({ ...reading, kinds: { ...reading.kinds, [word]: kind !== null && isEventKind(kind) ? kind : '' } });
  return (
    <Fold title={t('wordsTitle')} opens={reading.source === '' || words.some((word) => reading.kinds[word] === '')}>
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
            value={reading.kinds[word] || null}
            onChange={(kind) => choose(word, kind)}
          />
        ))}
      </div>
    </Fold>
  );
}
