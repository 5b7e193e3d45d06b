import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGateChange } from '../../api/purpose-gate.js';
import styles from './privacy.module.css';

const shortest = 20;

/** Opens the gate without the dates: folded away, with a reason that stays. */
export function OverrideForm() {
  const { t } = useTranslation('privacy');
  const change = useGateChange();
  const [reason, setReason] = useState('');
  return (
    <details className={styles.fold}>
      <summary>{t('overrideTitle')}</summary>
      <p>{t('overrideDetail')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ what: 'override', reason: reason.trim() });
        }}
      >
        <Textarea
          label={t('reason')}
          description={t('reasonHint', { n: shortest })}
          className={styles.reason}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={reason.trim().length < shortest} loading={change.isPending}>
          {t('override')}
        </Button>
        <span role="status">{change.isError && t('notKept')}</span>
      </form>
    </details>
  );
}
