import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportKind, type ImportPreview } from '#contract/imports.js';
import { dateFormats } from '#domain/files/reading.js';
import { Fold } from './Fold.js';
import { isoDates, type Reading } from './reading.js';
import styles from './sources.module.css';
import { useColumnWords } from './use-column-words.js';

interface Props {
  preview: ImportPreview;
  kind: ImportKind;
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** Which column of the file is which, and how its days are written. */
export function ColumnMapping({ preview, kind, reading, onReading }: Props) {
  const { t } = useTranslation('sources');
  const wordOf = useColumnWords(kind);
  const example = (name: string) => preview.columns.find((column) => column.name === name)?.example;
  // Names of the file's own were understood by what they sound like: worth a look.
  const isGuessed = Object.entries(reading.map).some(([canonical, name]) => name && canonical !== name.toLowerCase());
  return (
    <Fold title={t('mapTitle')} opens={preview.errorCode !== null || (isGuessed && reading.source === '')}>
      <div className={styles.mapping}>
        {preview.canonical.map(({ name, required }) => {
          const chosen = reading.map[name] ?? '';
          const word = wordOf(name);
          return (
            <Select
              key={name}
              size="xs"
              label={
                word === null ? (
                  name
                ) : (
                  <>
                    {word} <code className={styles.canonical}>{name}</code>
                  </>
                )
              }
              withAsterisk={required}
              clearable
              placeholder={t('mapNone')}
              description={chosen ? t('mapExample', { value: example(chosen) ?? '' }) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={[...new Set(preview.columns.map((column) => column.name).filter(Boolean))]}
              value={chosen || null}
              onChange={(value) => onReading({ ...reading, map: { ...reading.map, [name]: value ?? '' } })}
            />
          );
        })}
        <Select
          size="xs"
          label={t('dateFormat')}
          allowDeselect={false}
          data={[{ value: isoDates, label: t('dateFormatIso') }, ...dateFormats]}
          value={reading.dateFormat || isoDates}
          onChange={(value) => onReading({ ...reading, dateFormat: value ?? isoDates })}
        />
      </div>
    </Fold>
  );
}
