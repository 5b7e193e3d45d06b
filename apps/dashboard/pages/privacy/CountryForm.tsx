import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useGateChange } from '../../api/purpose-gate.js';
import styles from './privacy.module.css';
import { proposedSeat } from './proposed-seat.js';
import { useCountryChoices } from './use-country-choices.js';

/** Where the organisation has its seat: those of its entities come with the directory. */
export function CountryForm({ gate }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const change = useGateChange();
  const [country, setCountry] = useState<string | null>(() => proposedSeat(gate));
  const choices = useCountryChoices(gate);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (country) change.mutate({ what: 'country', country });
      }}
    >
      <Select
        label={t('seat')}
        description={t(!gate.lacksCountry ? 'seatOptional' : gate.unsaid.length > 0 ? 'seatOrEntities' : 'seatNeeded')}
        data={choices}
        searchable
        limit={300}
        value={country}
        onChange={setCountry}
      />
      <Button type="submit" variant="default" disabled={country === null} loading={change.isPending}>
        {t('keepCountry')}
      </Button>
      <span role="status">{change.isError && t('notKept')}</span>
    </form>
  );
}
