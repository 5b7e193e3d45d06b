import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GateDecision } from '#contract/gate.js';
import styles from './GatePanel.module.css';
import { useDecide } from './use-gate.js';

/** What a person decides about the next opening, and why. */
export function DecisionForm({ wave }: { wave: string }) {
  const { t } = useTranslation('gate');
  const heading = useId();
  const [decision, setDecision] = useState<GateDecision>('go');
  const [reason, setReason] = useState('');
  const decide = useDecide(wave);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ decision, reason }, { onSuccess: () => setReason('') });
      }}
    >
      <h3 id={heading}>{t('decide')}</h3>
      <SegmentedControl
        aria-labelledby={heading}
        value={decision}
        onChange={(value) => setDecision(GateDecision.parse(value))}
        data={(['go', 'postpone', 'no_go'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Textarea
        label={t('reason')}
        description={t('reasonHelp')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1000}
        required
      />
      {decide.error && <p role="alert">{t('refused', { detail: decide.error.message })}</p>}
      <Button type="submit" loading={decide.isPending} disabled={reason.trim().length < 3}>
        {t('save')}
      </Button>
    </form>
  );
}
