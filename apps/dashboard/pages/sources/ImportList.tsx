import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, ImportKind, type Imports } from '#contract/imports.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { delayOf } from './arrival.js';
import { EndImport } from './EndImport.js';
import { FileNotes } from './FileNotes.js';
import { HeldImport } from './HeldImport.js';
import { wordOfKind } from './kind-words.js';
import styles from './sources.module.css';
import { useColumnWords } from './use-column-words.js';
import { useRefusalWords } from './use-refusal-words.js';
import { rejectsAddress } from './use-sources.js';

const firstRows = 8;

interface Shown {
  mayDownload: boolean;
  /** A tree made from accounts waits for an answer. */
  isProposed: boolean;
}

/** Files handed in: progress while they are read, what went in, what was refused. */
export function ImportList({ query, mayDownload, isProposed }: { query: PanelQuery<Imports> } & Shown) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  return (
    <Panel
      query={query}
      title={t('importsTitle')}
      subtitle={t('importsSubtitle')}
      height={320}
      empty={({ imports }) =>
        imports.length === 0 ? <EmptyState title={t('importsEmptyTitle')}>{t('importsEmptyDetail')}</EmptyState> : null
      }
      table={({ imports }) => ({
        rows: imports,
        rowKey: ({ id }: Import) => String(id),
        columns: [
          { key: 'file', label: t('tableFile'), value: ({ fileName }: Import) => fileName },
          { key: 'kind', label: t('tableKind'), value: ({ kind }: Import) => kind },
          { key: 'state', label: t('tableState'), value: (one: Import) => t(stateOf(one)[1]) },
          { key: 'rows', label: t('tableRows'), numeric: true, value: ({ received }: Import) => received },
          { key: 'rejected', label: t('tableRejected'), numeric: true, value: ({ rejected }: Import) => rejected },
        ],
      })}
    >
      {({ imports }) => {
        const hidden = imports.length - firstRows;
        return (
          <>
            <ul className={styles.imports}>
              {(whole ? imports : imports.slice(0, firstRows)).map((one) => (
                <ImportRow key={one.id} of={one} mayDownload={mayDownload} isProposed={isProposed} />
              ))}
            </ul>
            {hidden > 0 && (
              <Button variant="default" size="xs" mt="md" onClick={() => setWhole(!whole)}>
                {whole ? t('fewer') : t('more', { n: format.number(hidden) })}
              </Button>
            )}
          </>
        );
      }}
    </Panel>
  );
}

function stateOf({ state, dryRun, rejected }: Import) {
  if (state === 'queued') return ['waiting', 'stateQueued'] as const;
  if (state === 'running') return ['running', 'stateRunning'] as const;
  if (state === 'cancelling') return ['running', 'stateCancelling'] as const;
  if (state === 'held') return ['attention', 'stateHeld'] as const;
  if (state === 'cancelled') return ['attention', 'stateCancelled'] as const;
  if (state === 'undoing') return ['running', 'stateUndoing'] as const;
  if (state === 'undone') return ['done', 'stateUndone'] as const;
  if (state === 'failed') return ['failed', 'stateFailed'] as const;
  if (rejected > 0) return ['attention', dryRun ? 'stateDryPartly' : 'statePartly'] as const;
  return ['done', dryRun ? 'stateDry' : 'stateDone'] as const;
}

function ImportRow({ of, mayDownload, isProposed }: { of: Import } & Shown) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const [state, word] = stateOf(of);
  const kind = wordOfKind(of.kind);
  const say = useRefusalWords();
  const wordOf = useColumnWords(ImportKind.safeParse(of.kind).data ?? 'events');
  const counts = [
    of.received > 0 && t('rows', { count: of.received, n: format.number(of.received) }),
    of.accepted > 0 &&
      of.accepted !== of.received &&
      t('rowsAccepted', { count: of.accepted, n: format.number(of.accepted) }),
    of.duplicates > 0 && t('rowsDuplicates', { count: of.duplicates, n: format.number(of.duplicates) }),
    of.state === 'running' && of.rowsPerSecond !== null && t('speed', { n: format.number(of.rowsPerSecond) }),
    of.secondsLeft !== null &&
      t('left', { time: t(delayOf(of.secondsLeft).unit, { n: format.number(delayOf(of.secondsLeft).n) }) }),
    of.attempts > 1 && t('resumed'),
    of.undoneEvents !== null && t('undoneEvents', { count: of.undoneEvents, n: format.number(of.undoneEvents) }),
    of.completeThrough && of.state !== 'undone' && t('completeTo', { day: format.day(of.completeThrough, 'long') }),
  ].filter(Boolean);
  return (
    <li>
      <div className={styles.importHead}>
        <span className={styles.fileName}>{of.fileName}</span>
        <Status state={state}>{t(word)}</Status>
      </div>
      {of.state === 'running' && <ReadShare label={t('progress', { file: of.fileName })} share={of.share} />}
      <p className={styles.faint}>
        {[
          kind ? t(kind) : of.kind,
          of.dryRun && t('badgeDry'),
          of.strict && t('badgeStrict'),
          format.ago(new Date(of.createdAt), new Date()),
          ...counts,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.state === 'undone' ? (
        <p className={styles.faint}>{t('undoneRecount')}</p>
      ) : (
        <FileNotes notes={of.notes.filter(({ code }) => code !== 'tree_proposed' || isProposed)} />
      )}
      {of.state === 'held' && mayDownload && <HeldImport of={of} />}
      {of.errorCode !== null && of.state !== 'held' && of.errorCode !== 'import_cancelled' && (
        <p className={styles.refusal}>
          {of.errorField !== null
            ? t('lacksColumn', { column: wordOf(of.errorField) ?? of.errorField })
            : `${capital(say(of.errorCode))}.`}
        </p>
      )}
      {of.rejected > 0 && (
        <p className={styles.rejected}>
          {t('rowsRejected', { count: of.rejected, n: format.number(of.rejected) })}
          {mayDownload && (
            <Button
              component="a"
              href={rejectsAddress(slug, of.id)}
              download
              variant="subtle"
              size="compact-xs"
              leftSection={<IconDownload size={14} stroke={1.7} />}
            >
              {t('rejects')}
            </Button>
          )}
        </p>
      )}
      {mayDownload && <EndImport of={of} />}
    </li>
  );
}

/** How much of the file has been read; without a known size, only that it moves. */
function ReadShare({ label, share }: { label: string; share: number | null }) {
  const format = useFormat();
  return (
    <div className={styles.share}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={share ?? undefined}
      >
        <div style={{ width: `${(share ?? 0.04) * 100}%` }} />
      </div>
      {share !== null && <span>{format.percent(share)}</span>}
    </div>
  );
}
