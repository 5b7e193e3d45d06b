import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileWords, type ImportPreview } from '#contract/import-preview.js';
import { type ImportKind } from '#contract/imports.js';
import { isEventKind } from '#domain/events/kind.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { ColumnMapping } from './ColumnMapping.js';
import { FileNotes } from './FileNotes.js';
import { kindWords } from '../../ui/kind-words.js';
import { KindWords } from './KindWords.js';
import { nameWords } from './name-words.js';
import { Profiles } from './Profiles.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';
import { toldDays } from './told-days.js';
import { reasonsOf } from './told-refusals.js';
import { useColumnWords } from './use-column-words.js';
import { useRefusalWords } from './use-refusal-words.js';
import { ZoneSelect } from './ZoneSelect.js';

interface Props {
  preview: ImportPreview;
  kind: ImportKind;
  reading: Reading;
  /** By which it is read; null = by none. */
  profile: string | null;
  /** Somebody said what it is. */
  isSaid: boolean;
  /** Columns that it cannot do without and lacks: told where they stop the file. */
  lacking: readonly (readonly string[])[];
  /** Of the column of kinds, once the whole file was looked through. */
  words: FileWords | undefined;
  /** Its times say no zone. */
  needsZone: boolean;
  onReading: (reading: Reading, kind?: ImportKind) => void;
  /** Which earlier reading it follows, where it follows one. */
  children?: ReactNode;
}

/** What the file seems to be, which column is which, and what its first rows would become. */
export function FilePreview(props: Props) {
  const { preview, kind, isSaid, lacking, reading, profile, words, needsZone, onReading, children } = props;
  const { t } = useTranslation('hand-in');
  const { t: kinds } = useTranslation('file-kinds');
  const isTable = preview.columns.length > 0 && preview.canonical.length > 0;
  return (
    <div className={styles.preview}>
      {(preview.kind !== null || preview.errorCode === null) && (
        <p role="status">
          {isSaid && preview.kind !== null
            ? t('readAs', { kind: kinds(kindWords[preview.kind]) })
            : preview.kind === null || preview.score === 0
              ? t('seemsUnknown')
              : t('seems', { kind: kinds(kindWords[preview.kind]) })}
        </p>
      )}
      {children}
      {needsZone || reading.zone ? (
        <div className={styles.zone}>
          <ZoneSelect zone={reading.zone} needed={needsZone} onZone={(zone) => onReading({ ...reading, zone })} />
        </div>
      ) : null}
      {isTable && <ColumnMapping {...{ preview, kind, lacking, reading, onReading }} />}
      {reading.ids === 'content' && <p>{t('idsByContent')}</p>}
      {isTable && <KindWords reading={reading} words={words} onReading={onReading} />}
      {(lacking.length === 0 || preview.errorCode !== 'missing_column') && (
        <FirstRows preview={preview} kind={kind} reading={reading} />
      )}
      <FileNotes notes={preview.notes.map((code) => ({ code, times: 1 }))} />
      {(isTable || needsZone) && <Profiles isWhole={lacking.length === 0} {...{ kind, reading, profile, onReading }} />}
    </div>
  );
}

/** Rows that are no events, by their type. */
const rowWords: Partial<Record<string, (typeof kindWords)[ImportKind]>> = {
  ...{ entity: kindWords.entities, person: kindWords.people, wave: kindWords.waves, member: kindWords.members },
  ...{ group: kindWords.groups, mandate: kindWords.mandates },
};

function FirstRows({ preview, kind: as, reading }: { preview: ImportPreview; kind: ImportKind; reading: Reading }) {
  const { t } = useTranslation('hand-in');
  const { t: names } = useTranslation('source-names');
  const { t: kinds } = useTranslation('file-kinds');
  const format = useFormat();
  const say = useRefusalWords(as, reading.dateFormat);
  const wordOf = useColumnWords(as);
  const { rows, rejects, errorCode, errorField, kind } = preview;
  if (kind === null && errorCode === null) return null;
  if (errorCode !== null)
    return (
      <p role="alert" className={styles.refusal}>
        {errorCode === 'missing_column'
          ? t('missingColumn', { column: wordOf(errorField ?? '') ?? errorField ?? '' })
          : `${capital(say(errorCode))}.`}
      </p>
    );
  if (rows === null) return <p className={styles.faint}>{t('previewNone')}</p>;
  const named = (word: string) => {
    if (isEventKind(word)) return names(nameWords[word]);
    const type = rowWords[word];
    return type ? kinds(type) : word;
  };
  const tally = new Map<string, number>();
  for (const row of rows) tally.set(row.kind ?? row.type, (tally.get(row.kind ?? row.type) ?? 0) + 1);
  const instants = rows.flatMap(({ occurredAt }) => (occurredAt === null ? [] : [occurredAt])).sort();
  const [first, last] = [instants[0], instants.at(-1)];
  return (
    <>
      <p>
        {preview.encoding === null
          ? t('previewSome')
          : t('previewRows', { count: rows.length, n: format.number(rows.length) })}{' '}
        {[...tally]
          .map(([word, times]) =>
            preview.encoding === null ? named(word) : `${named(word)} × ${format.number(times)}`,
          )
          .join(', ')}
        {/* Of an archive only a part was looked at: its days are not those of the whole. */}
        {preview.encoding !== null &&
          first &&
          last &&
          ` · ${toldDays(first.slice(0, 10), last.slice(0, 10), (one) => format.day(one, 'long'))}`}
      </p>
      {rejects.length > 0 && (
        <p className={styles.rejected}>
          {t('previewRejects', { count: rejects.length, n: format.number(rejects.length) })}{' '}
          {reasonsOf(rejects)
            .map(({ times, lines, code, field }) =>
              t('previewReason', {
                ...{ count: times, n: format.number(times), why: say(code, field) },
                lines: [...lines.map((line) => format.number(line)), ...(times > lines.length ? ['…'] : [])].join(', '),
              }),
            )
            .join(t('between'))}
        </p>
      )}
    </>
  );
}
