import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Import, ImportKind } from '#contract/imports.js';
import { useOrganization } from '../../api/organization.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { Status } from '../../ui/Status.js';
import { delayOf } from './arrival.js';
import { EndImport } from './EndImport.js';
import { FileNotes } from './FileNotes.js';
import { HeldImport, WouldBeHeld } from './HeldImport.js';
import { wordOfKind } from '../../ui/kind-words.js';
import styles from './sources.module.css';
import { isCorrectedLater, stateOfImport } from './state-of-import.js';
import { linesAside } from './told-lines.js';
import { useColumnWords } from './use-column-words.js';
import { useRefusalWords } from './use-refusal-words.js';
import { placeOfHeld } from './use-held.js';
import { rejectsAddress } from './use-sources.js';

export interface ShownImports {
  mayDownload: boolean;
  /** A tree made from accounts waits for an answer. */
  isProposed: boolean;
}

/** One file handed in: its progress while it is read, then what went in and what was refused. */
export function ImportRow({ of, mayDownload, isProposed }: { of: Import } & ShownImports) {
  const { t } = useTranslation('imports');
  const { t: kinds } = useTranslation('file-kinds');
  const { t: delays } = useTranslation('sources');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const [state, word] = stateOfImport(of);
  const isPublished = useOrganization().data?.weeks.length !== 0;
  const kind = wordOfKind(of.kind);
  const say = useRefusalWords('events', of.dateFormat ?? undefined);
  const wouldBeHeld = of.dryRun && of.errorCode === 'snapshot_held';
  const wordOf = useColumnWords(ImportKind.safeParse(of.kind).data ?? 'events');
  const aside = linesAside(of);
  const counts = [
    of.received > 0 && t('rows', { count: of.received, n: format.number(of.received) }),
    of.accepted > 0 &&
      of.accepted !== of.received &&
      t('rowsAccepted', { count: of.accepted, n: format.number(of.accepted) }),
    of.duplicates > 0 && t('rowsDuplicates', { count: of.duplicates, n: format.number(of.duplicates) }),
    aside > 0 && t('rowsAside', { count: aside, n: format.number(aside) }),
    of.state === 'running' && of.rowsPerSecond !== null && t('speed', { n: format.number(of.rowsPerSecond) }),
    of.secondsLeft !== null &&
      t('left', { time: delays(delayOf(of.secondsLeft).unit, { n: format.number(delayOf(of.secondsLeft).n) }) }),
    of.attempts > 1 && t('resumed'),
    of.undoneEvents !== null &&
      t(of.undoneEvents === 0 ? 'undoneNone' : 'undoneEvents', {
        ...{ count: of.undoneEvents, n: format.number(of.undoneEvents) },
      }),
    of.completeThrough && of.state !== 'undone' && t('completeTo', { day: format.day(of.completeThrough, 'long') }),
  ].filter(Boolean);
  return (
    <li id={of.state === 'held' ? placeOfHeld(of.id) : undefined}>
      <div className={styles.importHead}>
        <span className={styles.fileName}>{of.fileName}</span>
        <Status state={state}>{t(word)}</Status>
      </div>
      {of.state === 'running' && <ReadShare label={t('progress', { file: of.fileName })} share={of.share} />}
      <p className={styles.faint}>
        {[
          kind ? kinds(kind) : of.kind,
          of.dryRun && t('badgeDry'),
          of.strict && t('badgeStrict'),
          of.approved && t('badgeApproved'),
          t('number', { n: format.number(of.id) }),
          format.ago(new Date(of.createdAt), new Date()),
          ...counts,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.state === 'undone' ? (
        // Where nothing left, nothing is counted again.
        of.undoneEvents !== 0 && (
          <p className={styles.faint}>{t(isPublished ? 'undoneRecount' : 'undoneUnpublished')}</p>
        )
      ) : (
        <FileNotes notes={of.notes.filter(({ code }) => code !== 'tree_proposed' || isProposed)} />
      )}
      {of.errorCode === 'import_cancelled' && of.accepted > 0 && <p className={styles.faint}>{t('cancelledKept')}</p>}
      {of.state === 'held' && mayDownload && <HeldImport of={of} />}
      {of.errorCode !== null && of.state !== 'held' && of.errorCode !== 'import_cancelled' && (
        <p className={of.errorCode === 'snapshot_refused' || wouldBeHeld ? styles.faint : styles.refusal}>
          {of.errorField !== null
            ? t('lacksColumn', { column: wordOf(of.errorField) ?? of.errorField })
            : wouldBeHeld
              ? t('tryHeld')
              : `${capital(say(of.errorCode))}.`}
        </p>
      )}
      {wouldBeHeld && mayDownload && <WouldBeHeld of={of} />}
      {of.rejected > 0 && (
        <p className={styles.rejected}>
          {t('rowsRejected', { count: of.rejected, n: format.number(of.rejected) })}
          {of.refusals.length > 0 &&
            t('rejectedFor', {
              reasons: of.refusals
                .map(({ code, times }) =>
                  of.refusals.length === 1 ? say(code) : `${format.number(times)} × ${say(code)}`,
                )
                .join(t('between')),
            })}
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
      {mayDownload && isCorrectedLater(of) && <p className={styles.faint}>{t('correctedLater')}</p>}
    </li>
  );
}

/** How much of the file has been read; without a known size, only that it moves. What is read has yet to be kept. */
function ReadShare({ label, share }: { label: string; share: number | null }) {
  const { t } = useTranslation('imports');
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
      {share !== null && <span>{share === 1 ? t('readWhole') : format.percent(share)}</span>}
    </div>
  );
}
