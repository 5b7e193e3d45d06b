import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useEndImport } from './use-preview.js';

/** Cancels an import while it is read, undoes it afterwards; says first what goes. */
export function EndImport({ of }: { of: Import }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const end = useEndImport(of.id);
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
      <span>
        {t(of.accepted > 0 ? 'undoAsk' : 'undoAskHeir', {
          n: format.number(of.accepted),
          count: of.accepted,
          from: format.day(of.firstDay, 'long'),
          to: format.day(of.lastDay, 'long'),
        })}
      </span>
      <Button size="compact-xs" color="red" loading={end.isPending} onClick={() => end.mutate('undo')}>
        {t('undoYes')}
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => setAsking(false)}>
        {t('undoNo')}
      </Button>
      <Refusal error={end.error} />
    </div>
  );
}
