import { Radio, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrganizationClass } from '#contract/access.js';
import { isApiError } from '../api/api-error.js';
import { useNewOrganization } from '../api/session.js';
import { useProblemWords } from '../i18n/use-problem-words.js';
import { timeZones } from '../ui/time-zones.js';
import { FormEnd } from '../ui/FormEnd.js';
import styles from './NewOrganizationPage.module.css';
import { PlainPage } from './PlainPage.js';
import { slugOf } from './slug-of.js';

const classes = ['personal', 'public', 'synthetic'] as const satisfies readonly OrganizationClass[];

/** The first step of a new Essor: whose network is followed; then the page of sources asks for a file. */
export function NewOrganizationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useProblemWords();
  const creation = useNewOrganization();
  const [name, setName] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const [timezone, setTimezone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const zones = useMemo(() => timeZones(timezone), [timezone]);
  const [kind, setKind] = useState<OrganizationClass>('personal');
  const slug = address ?? slugOf(name);
  const refused = isApiError(creation.error) ? creation.error : null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    creation.mutate(
      { name, slug, timezone, class: kind },
      { onSuccess: () => void navigate({ to: '/o/$organization/sources', params: { organization: slug } }) },
    );
  };

  return (
    <PlainPage title={t('newOrganization')} detail={t('newOrganizationDetail')}>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label={t('organizationName')}
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('organizationAddress')}
          description={t('organizationAddressHint', { slug: slug || '…' })}
          required
          withAsterisk={false}
          maxLength={63}
          pattern="[a-z0-9][a-z0-9\-]*"
          title={t('organizationAddressRule')}
          error={refused?.code === 'slug_taken' && t('organizationAddressTaken')}
          value={slug}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Select
          label={t('organizationZone')}
          description={t('organizationZoneHint')}
          searchable
          limit={50}
          allowDeselect={false}
          nothingFoundMessage={t('organizationZoneNone')}
          data={zones}
          value={timezone}
          onChange={(value) => value && setTimezone(value)}
        />
        <Radio.Group label={t('organizationClass')} value={kind} onChange={(value) => setKind(value)}>
          {classes.map((each) => (
            <Radio key={each} mt={8} value={each} label={t(`class_${each}`)} description={t(`class_${each}_detail`)} />
          ))}
        </Radio.Group>
        <FormEnd
          refusal={creation.isError && refused?.code !== 'slug_taken' && say(creation.error)}
          loading={creation.isPending}
        >
          {t('createOrganization')}
        </FormEnd>
      </form>
    </PlainPage>
  );
}
