import { Button, Select } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pull } from '#contract/pulls.js';
import { pullKinds } from '#domain/sources/pull.js';
import { useOrganization } from '../../api/organization.js';
import { changedPull, draftOf, freshDraft, isComplete, newPull, type PullDraft, testedPull } from './pull-draft.js';
import { PullFields } from './PullFields.js';
import { Refusal } from './Refusal.js';
import { pullWords } from './pull-words.js';
import styles from './sources.module.css';
import { useChangePull, useConnect, useConnectionTest } from './use-pulls.js';

/** Connects a network, or changes how one is fetched. */
export function PullForm({ pull, onDone }: { pull?: Pull; onDone: () => void }): ReactNode {
  const { t } = useTranslation('pulls');
  const zone = useOrganization().data?.timezone ?? 'UTC';
  const [draft, setDraft] = useState<PullDraft>(() => (pull ? draftOf(pull) : freshDraft('humhub', zone, new Date())));
  const connect = useConnect();
  const change = useChangePull();
  const test = useConnectionTest();
  const isReady = isComplete(draft, pull !== undefined);
  const say = (said: Partial<PullDraft>) => {
    for (const one of [connect, change, test]) one.reset();
    setDraft({ ...draft, ...said });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (pull) change.mutate({ source: pull.source, given: changedPull(draft) }, { onSuccess: onDone });
    else connect.mutate(newPull(draft), { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className={styles.pullForm}>
      {!pull && (
        <Select
          label={t('network')}
          allowDeselect={false}
          data={pullKinds.map((value) => ({ value, label: t(value) }))}
          value={draft.kind}
          onChange={(value) => {
            const kind = pullKinds.find((each) => each === value) ?? draft.kind;
            say({ ...freshDraft(kind, zone, new Date()), name: draft.name });
          }}
        />
      )}
      <PullFields draft={draft} isKnown={pull !== undefined} onDraft={say} />
      <div className={styles.wideField}>
        <TestAnswer test={test} />
        <Refusal error={connect.error ?? change.error ?? test.error} />
        <div className={styles.buttons}>
          <Button type="submit" size="xs" disabled={!isReady} loading={connect.isPending || change.isPending}>
            {t('save')}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!isReady}
            loading={test.isPending}
            onClick={() => test.mutate(testedPull(draft, pull?.source ?? null))}
          >
            {t('test')}
          </Button>
          <Button variant="subtle" size="xs" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function TestAnswer({ test: { data } }: { test: ReturnType<typeof useConnectionTest> }) {
  const { t } = useTranslation('pulls');
  if (!data) return null;
  const { code } = data;
  return (
    <p role="status" className={code === null ? styles.received : styles.refusal}>
      {code === null ? t('testGood') : t(pullWords[code])}
    </p>
  );
}
