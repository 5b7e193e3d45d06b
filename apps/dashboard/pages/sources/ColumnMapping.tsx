import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportPreview } from '#contract/import-preview.js';
import { type ImportKind } from '#contract/imports.js';
import { datedColumns } from '#domain/files/dated-columns.js';
import { dateFormats } from '#domain/files/reading.js';
import { Fold } from './Fold.js';
import { isoDates, isOfDays, type Reading } from './reading.js';
import styles from './sources.module.css';
import { useColumnWords } from './use-column-words.js';

interface Props {
  preview: ImportPreview;
  kind: ImportKind;
  lacking: readonly (readonly string[])[];
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** Chosen in the place of a column: no name of a column begins with a blank. */
const byContent = ' content';

/** The reading with another column for one of ours; whoever says so of the ids decides what tells lines apart. */
function withColumn(reading: Reading, name: string, chosen: string): Reading {
  const map = { ...reading.map, [name]: chosen === byContent ? '' : chosen };
  return name === 'id' ? { ...reading, map, ids: chosen === byContent ? 'content' : 'column' } : { ...reading, map };
}

/** Which column of the file is which, and how its days are written. */
export function ColumnMapping({ preview, kind, lacking, reading, onReading }: Props) {
  const { t } = useTranslation('hand-in');
  const wordOf = useColumnWords(kind);
  const neededOf = (name: string) => {
    const ways = lacking.find((one) => one.includes(name));
    return ways && t(ways.length > 1 ? 'mapEither' : 'mapNeeded');
  };
  const example = (name: string) => preview.columns.find((column) => column.name === name)?.example;
  // Names of the file's own were understood by what they sound like: worth a look.
  const isGuessed = Object.entries(reading.map).some(([canonical, name]) => name && canonical !== name.toLowerCase());
  // A directory of three columns has none: nobody is asked how it writes them.
  const hasDays = Object.entries(reading.map).some(([ours, name]) => name !== '' && datedColumns.has(ours));
  return (
    <Fold title={t('mapTitle')} opens={preview.errorCode !== null || (isGuessed && reading.source === '')}>
      <div className={styles.mapping}>
        {preview.canonical.map(({ name, required }) => {
          const mayLack = name === 'id' && kind === 'events' && !isOfDays(reading);
          const isByContent = mayLack && reading.ids === 'content';
          const chosen = isByContent ? byContent : (reading.map[name] ?? '');
          const names = [...new Set(preview.columns.map((column) => column.name).filter(Boolean))];
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
              error={neededOf(name)}
              clearable
              placeholder={t('mapNone')}
              description={chosen && !isByContent ? t('mapExample', { value: example(chosen) ?? '' }) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={[...(mayLack ? [{ value: byContent, label: t('idsNone') }] : []), ...names]}
              value={chosen || null}
              onChange={(value) => onReading(withColumn(reading, name, value ?? ''))}
            />
          );
        })}
        {hasDays && (
          <Select
            size="xs"
            label={t('dateFormat')}
            allowDeselect={false}
            data={[{ value: isoDates, label: t('dateFormatIso') }, ...dateFormats]}
            value={reading.dateFormat || isoDates}
            onChange={(value) => onReading({ ...reading, dateFormat: value ?? isoDates })}
          />
        )}
      </div>
    </Fold>
  );
}
