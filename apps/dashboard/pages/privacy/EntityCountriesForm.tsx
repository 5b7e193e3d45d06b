import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useGateChange } from '../../api/purpose-gate.js';
import styles from './privacy.module.css';
import { useCountryChoices } from './use-country-choices.js';
import { useCountryName } from '../../i18n/use-country-name.js';

/** In which country each entity is that has none: what its name says is proposed, and nothing is taken unconfirmed. */
export function EntityCountriesForm({ gate }: { gate: PurposeGate }) {
  const { unsaid, country: seat } = gate;
  const { t } = useTranslation('privacy');
  const nameOf = useCountryName();
  const choices = useCountryChoices(gate);
  const change = useGateChange();
  const [picked, setPicked] = useState<Record<string, string | null>>({});
  const rows = unsaid.map((one) => ({ ...one, country: picked[one.entity] ?? one.proposal }));
  const said = rows.flatMap(({ entity, country }) => (country === null ? [] : [{ entity, country }]));
  const open = rows.filter(({ country }) => country === null);
  const fillWith = (country: string) =>
    setPicked((before) => ({ ...before, ...Object.fromEntries(open.map(({ entity }) => [entity, country])) }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (said.length > 0) change.mutate({ what: 'entities', entities: said });
      }}
    >
      <p className={styles.wide}>{t('unsaid', { count: unsaid.length })}</p>
      {rows.map(({ entity, path, country, proposal }) => (
        <Select
          key={entity}
          label={path.join(' › ')}
          description={proposal !== null && country === proposal ? t('fromName') : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder={t('countryWanted')}
          data={choices}
          searchable
          limit={300}
          value={country}
          onChange={(value) => setPicked((before) => ({ ...before, [entity]: value }))}
        />
      ))}
      <div className={styles.buttons}>
        {seat !== null && open.length > 0 && (
          <Button variant="default" onClick={() => fillWith(seat)}>
            {t('fillCountry', { country: nameOf(seat), count: open.length })}
          </Button>
        )}
        <Button type="submit" disabled={said.length === 0} loading={change.isPending}>
          {t('keepCountries', { count: said.length })}
        </Button>
        <span role="status">{change.isError && t('countriesNotKept')}</span>
      </div>
    </form>
  );
}
