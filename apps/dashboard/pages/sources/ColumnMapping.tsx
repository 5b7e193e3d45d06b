import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportPreview } from '#contract/imports.js';
import { dateFormats } from '#domain/files/reading.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';

interface Props {
  preview: ImportPreview;
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** Which column of the file is which, and how its days are written. */
export function ColumnMapping({ preview, reading, onReading }: Props) {
  const { t } = useTranslation('sources');
  const example = (name: string) => preview.columns.find((column) => column.name === name)?.example;
  return (
    <details open={preview.errorCode !== null}>
      <summary>{t('mapTitle')}</summary>
      <div className={styles.mapping}>
        {preview.canonical.map(({ name, required }) => {
          const chosen = reading.map[name] ?? '';
          return (
            <Select
              key={name}
              size="xs"
              label={name}
              withAsterisk={required}
              clearable
              placeholder={t('mapNone')}
              description={chosen ? t('mapExample', { value: example(chosen) ?? '' }) : undefined}
              data={[...new Set(preview.columns.map((column) => column.name).filter(Boolean))]}
              value={chosen || null}
              onChange={(value) => onReading({ ...reading, map: { ...reading.map, [name]: value ?? '' } })}
            />
          );
        })}
        <Select
          size="xs"
          label={t('dateFormat')}
          clearable
          placeholder={t('dateFormatIso')}
          data={[...dateFormats]}
          value={reading.dateFormat || null}
          onChange={(value) => onReading({ ...reading, dateFormat: value ?? '' })}
        />
      </div>
    </details>
  );
}
