import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, type UndoCounts } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useEndImport, useUndoCounts } from './use-preview.js';

/** Cancels an import while it is read, undoes it afterwards; says first what goes. */
export function EndImport({ of }: { of: Import }) {
  const { t } = useTranslation('imports');
  const [asking, setAsking] = useState(false);
  const end = useEndImport(of.id);
  const counts = useUndoCounts(of.id, asking);
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
        {counts.data ? <WhatGoes counts={counts.data} from={of.firstDay} to={of.lastDay} /> : t('undoCounting')}
      </span>
      <Button
        size="compact-xs"
        // A warning only of what is lost.
        {...(counts.data?.leaving === 0 ? {} : { color: 'red' })}
        disabled={!counts.data}
        loading={end.isPending}
        onClick={() => end.mutate('undo')}
      >
        {t('undoYes')}
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => setAsking(false)}>
        {t('undoNo')}
      </Button>
      <Refusal error={end.error ?? counts.error} />
    </div>
  );
}

/** What leaves, and what stays because it came from elsewhere too. */
function WhatGoes({ counts: { leaving, staying }, from, to }: { counts: UndoCounts; from: string; to: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const days = { from: format.day(from, 'long'), to: format.day(to, 'long') };
  const stay = { count: staying, n: format.number(staying) };
  return (
    <>
      {leaving > 0 && `${t('undoLeaving', { count: leaving, n: format.number(leaving), ...days })} `}
      {staying > 0 && `${t(leaving > 0 ? 'undoStaying' : 'undoAllStay', stay)} `}
      {leaving + staying === 0 && `${t('undoNothing')} `}
      {t('undoRest')}
    </>
  );
}
