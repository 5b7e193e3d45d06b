import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportPreview } from '#contract/imports.js';
import { dateFormats } from '#domain/files/reading.js';
import { useFormat } from '../../i18n/use-format.js';
import { kindWords } from './kind-words.js';
import styles from './sources.module.css';
import { type Reading } from './use-preview.js';

interface Props {
  preview: ImportPreview;
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** What the file seems to be, which column is which, and what its first rows would become. */
export function FilePreview({ preview, reading, onReading }: Props) {
  const { t } = useTranslation('sources');
  return (
    <div className={styles.preview}>
      <p role="status">
        {preview.kind === null ? t('seemsUnknown') : t('seems', { kind: t(kindWords[preview.kind]) })}
      </p>
      {preview.columns.length > 0 && preview.canonical.length > 0 && (
        <Mapping preview={preview} reading={reading} onReading={onReading} />
      )}
      <FirstRows preview={preview} />
    </div>
  );
}

function Mapping({ preview, reading, onReading }: Props) {
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
        <TextInput
          size="xs"
          label={t('zone')}
          placeholder="Europe/Paris"
          defaultValue={reading.zone}
          onBlur={(event) => onReading({ ...reading, zone: event.currentTarget.value.trim() })}
        />
      </div>
    </details>
  );
}

function FirstRows({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const { rows, rejects, errorCode, errorField, kind } = preview;
  if (kind === null) return null;
  if (errorCode !== null)
    return (
      <p role="alert" className={styles.refusal}>
        {errorCode === 'missing_column'
          ? t('missingColumn', { column: errorField ?? '' })
          : t('errorOther', { code: errorCode })}
      </p>
    );
  if (rows === null) return <p className={styles.faint}>{t('previewNone')}</p>;
  const tally = new Map<string, number>();
  for (const row of rows) tally.set(row.kind ?? row.type, (tally.get(row.kind ?? row.type) ?? 0) + 1);
  const instants = rows.flatMap(({ occurredAt }) => (occurredAt === null ? [] : [occurredAt])).sort();
  const [first, last] = [instants[0], instants.at(-1)];
  return (
    <>
      <p>
        {t('previewRows', { count: rows.length, n: format.number(rows.length) })}{' '}
        {[...tally].map(([word, times]) => `${word} × ${format.number(times)}`).join(', ')}
        {first && last && ` · ${format.day(first.slice(0, 10), 'long')} – ${format.day(last.slice(0, 10), 'long')}`}
      </p>
      {rejects.length > 0 && (
        <p className={styles.rejected}>
          {t('previewRejects', { count: rejects.length, n: format.number(rejects.length) })}{' '}
          {rejects
            .slice(0, 3)
            .map(({ line, code, field }) => `${line}: ${[code, field].filter(Boolean).join(' ')}`)
            .join(', ')}
        </p>
      )}
    </>
  );
}
