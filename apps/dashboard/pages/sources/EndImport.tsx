import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { waysToUndo } from './ways-to-undo.js';
import { useEndImport, useUndoCounts } from './use-preview.js';
import { useUndoSentences } from './use-undo-sentences.js';

/** Cancels an import while it is read, undoes it afterwards; says first what goes. */
export function EndImport({ of }: { of: Import }) {
  const { t } = useTranslation('imports');
  const [asking, setAsking] = useState(false);
  const end = useEndImport(of.id);
  const counts = useUndoCounts(of.id, asking);
  const format = useFormat();
  const sentences = useUndoSentences();
  const mayCancel = of.state === 'queued' || of.state === 'running';
  if (mayCancel)
    return (
      <div>
        <Button variant="subtle" size="compact-xs" px={0} loading={end.isPending} onClick={() => end.mutate('cancel')}>
          {t('importCancel')}
        </Button>
        <Refusal error={end.error} />
      </div>
    );
  if (of.undoRefusal === 'sealed_day' && of.state === 'done') return <p className={styles.faint}>{t('undoSealed')}</p>;
  if (of.undoRefusal !== null || of.firstDay === null || of.lastDay === null || of.state === 'undoing') return null;
  if (!asking)
    return (
      <div>
        <Button variant="subtle" size="compact-xs" px={0} onClick={() => setAsking(true)}>
          {t('undo')}
        </Button>
      </div>
    );
  return (
    <div className={styles.confirm} role="group" aria-label={t('undo')}>
      <span role="status">
        {counts.data
          ? sentences(counts.data, { from: of.firstDay, to: of.lastDay, file: of.fileName })
          : t('undoCounting')}
      </span>
      {counts.data &&
        waysToUndo(counts.data).map(({ verb, word, count, isLoss }) => (
          <Button
            key={verb}
            size="compact-xs"
            // A warning only of what is lost.
            {...(isLoss ? { color: 'red' } : {})}
            loading={end.isPending}
            onClick={() => end.mutate(verb)}
          >
            {t(word, { count, n: format.number(count) })}
          </Button>
        ))}
      <Button variant="default" size="compact-xs" onClick={() => setAsking(false)}>
        {t('undoNo')}
      </Button>
      <Refusal error={end.error ?? counts.error} />
    </div>
  );
}
