import { Button, Select, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactOutcomes } from '#domain/declared/facts.js';
import { useRights } from '../../api/rights.js';
import styles from './follow-up.module.css';
import { outcomeWords } from './outcome-words.js';
import { useCall } from './use-call.js';

const today = () => new Date().toISOString().slice(0, 10);

/** « Appelé le … », and what came of it. Absent for those who may not declare. */
export function CallForm({ entities, name }: { entities: readonly string[]; name: string }) {
  const { t } = useTranslation('follow-up');
  const { declaresFacts } = useRights();
  const call = useCall();
  const [calledOn, setDay] = useState(today);
  const [outcome, setOutcome] = useState<string>('reached');
  if (entities.length === 0 || !declaresFacts) return null;
  return (
    <form
      className={styles.call}
      aria-label={t('callOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        call.mutate({ entities, calledOn, outcome });
      }}
    >
      <TextInput
        type="date"
        size="xs"
        label={t('calledOn')}
        value={calledOn}
        max={today()}
        required
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Select
        size="xs"
        label={t('outcome')}
        data={contactOutcomes.map((value) => ({ value, label: t(outcomeWords[value]) }))}
        value={outcome}
        allowDeselect={false}
        onChange={(value) => setOutcome(value ?? 'reached')}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        loading={call.isPending}
        leftSection={<IconPhone size={14} stroke={1.7} aria-hidden />}
      >
        {t('note')}
      </Button>
      <span role="status" className={styles.status}>
        {call.isError ? t('callFailed') : call.isSuccess ? t('callKept') : ''}
      </span>
    </form>
  );
}
