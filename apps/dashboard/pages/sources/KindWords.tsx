import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FileWords } from '#contract/import-preview.js';
import { eventKinds, isEventKind } from '#domain/events/kind.js';
import { useFormat } from '../../i18n/use-format.js';
import { Fold } from './Fold.js';
import { nameWords } from './name-words.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';

interface Props {
  reading: Reading;
  words: FileWords | undefined;
  onReading: (reading: Reading) => void;
}

/** What the words of the column of kinds mean. */
export function KindWords({ reading, words: counted, onReading }: Props) {
  const { t } = useTranslation('files');
  const { t: names } = useTranslation('source-names');
  const format = useFormat();
  const times = new Map(counted?.words.map(({ word, times: n }) => [word, n]));
  const words = Object.keys(reading.kinds).sort(
    (a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || a.localeCompare(b),
  );
  const labelOf = (word: string) => {
    const n = times.get(word);
    return n === undefined ? word : `${word} · ${t('wordLines', { count: n, n: format.number(n) })}`;
  };
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
            label={labelOf(word)}
            clearable
            placeholder={t('wordRefused')}
            data={eventKinds.map((value) => ({ value, label: names(nameWords[value]) }))}
            value={reading.kinds[word] || null}
            onChange={(kind) => choose(word, kind)}
          />
        ))}
      </div>
      {counted !== undefined && counted.others > 0 && (
        <p>{t('wordsOthers', { count: counted.others, n: format.number(counted.others) })}</p>
      )}
    </Fold>
  );
}
