import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptRaw } from '#contract/retention.js';
import { retention, retentionFloors } from '#domain/purpose/retention.js';
import { useRetentionChange } from '../../api/retention.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './privacy.module.css';

const choices = Array.from(
  { length: retention.mostRawMonths - retention.leastRawMonths + 1 },
  (_, place) => retention.leastRawMonths + place,
);

/** For how many months raw events are kept; before it is done, says what that ends or does not bring back. */
export function RawMonthsForm({ kept }: { kept: KeptRaw }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const change = useRetentionChange();
  const [months, setMonths] = useState(kept.rawMonths);
  const from = retentionFloors(new Date(), months).raw;
  const day = (floor: string) => format.day(floor, 'long');
  const follows = () => {
    if (months === kept.rawMonths) return null;
    if (months < kept.rawMonths) return t('rawShorter', { day: day(from) });
    return kept.sealedBefore === null ? t('rawLonger') : t('rawLongerFrom', { day: day(kept.sealedBefore) });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ rawMonths: months });
      }}
    >
      <Select
        label={t('rawMonths')}
        data={choices.map((n) => ({ value: String(n), label: t('monthsOf', { n, count: n }) }))}
        allowDeselect={false}
        value={String(months)}
        onChange={(value) => setMonths(Number(value))}
      />
      <Button type="submit" variant="default" disabled={months === kept.rawMonths} loading={change.isPending}>
        {t('keepRawMonths')}
      </Button>
      <span role="status">{change.isError ? t('rawNotKept') : follows()}</span>
    </form>
  );
}
