import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecord, useRightsRequest } from '../../api/rights-desk.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { download } from '../../ui/download.js';
import { loaded, Panel } from '../../ui/Panel.js';
import styles from './privacy.module.css';

const requests = ['record', 'objection', 'withdrawal', 'erasure'] as const;
type Request = (typeof requests)[number];

/** What a person may ask for, by any name of theirs. Nothing of what they did is shown here. */
export function RightsPanel() {
  const { t } = useTranslation('privacy');
  const [identifier, setIdentifier] = useState('');
  const [request, setRequest] = useState<Request>('record');
  const name = identifier.trim();
  return (
    <Panel query={loaded(null)} title={t('rightsTitle')} subtitle={t('rightsSubtitle')} caption={t('rightsCaption')}>
      {() => (
        <div className={styles.rights}>
          <TextInput
            label={t('rightsWho')}
            description={t('rightsWhoHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={320}
            value={identifier}
            onChange={(event) => setIdentifier(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('rightsWhat')}
            data={requests.map((value) => ({ value, label: t(`rights_${value}`) }))}
            value={request}
            onChange={(event) => setRequest(requests.find((one) => one === event.currentTarget.value) ?? 'record')}
          />
          <p>{t(`rights_${request}Detail`)}</p>
          {request === 'record' ? (
            <SaveRecord key={name} name={name} />
          ) : (
            <Ask key={`${request}/${name}`} request={request} name={name} />
          )}
        </div>
      )}
    </Panel>
  );
}

function SaveRecord({ name }: { name: string }) {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const slug = useOrganizationSlug();
  const say = useProblemWords();
  const record = useRecord();
  const save = (format: 'json' | 'pdf') =>
    record.mutate(
      { identifier: name, format, language },
      { onSuccess: (file) => download(`${slug}-person.${format}`, file) },
    );
  return (
    <div className={styles.form}>
      {(['pdf', 'json'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          disabled={name === '' || record.isPending}
          onClick={() => {
            save(format);
          }}
        >
          {t(format === 'pdf' ? 'rightsPdf' : 'rightsJson')}
        </Button>
      ))}
      <span role="status">
        {record.isError && say(record.error)}
        {record.isSuccess && t('rightsSaved')}
      </span>
    </div>
  );
}

function Ask({ request, name }: { request: Exclude<Request, 'record'>; name: string }) {
  const { t } = useTranslation('privacy');
  const say = useProblemWords();
  const change = useRightsRequest();
  const [confirmation, setConfirmation] = useState('');
  const isErasure = request === 'erasure';
  const isReady = name !== '' && (!isErasure || confirmation.trim() === name);
  const { data: done } = change;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) change.mutate({ request, identifier: name, ...(isErasure && { confirmation }) });
      }}
    >
      {isErasure && (
        <TextInput
          label={t('rightsConfirm')}
          autoComplete="off"
          spellCheck={false}
          value={confirmation}
          onChange={(event) => setConfirmation(event.currentTarget.value)}
        />
      )}
      <Button
        type="submit"
        variant={isErasure ? 'filled' : 'default'}
        color={isErasure ? 'red' : undefined}
        disabled={!isReady || change.isSuccess}
        loading={change.isPending}
      >
        {t(`rights_${request}Do`)}
      </Button>
      <span role="status">
        {change.isError && say(change.error)}
        {done && t(done.known ? `rights_${request}Done` : 'rightsNothing')}
        {done?.number && ` ${t('rightsNumber', { number: done.number })}`}
        {done?.hasAccount && ` ${t('rightsAccount')}`}
      </span>
    </form>
  );
}
