import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pull } from '#contract/pulls.js';
import { needsSomebody } from '#domain/sources/pull.js';
import { useFormat } from '../../i18n/use-format.js';
import { AskFirst } from '../../ui/AskFirst.js';
import { type State, Status } from '../../ui/Status.js';
import { PullForm } from './PullForm.js';
import { Refusal } from './Refusal.js';
import { pullWords } from './pull-words.js';
import styles from './sources.module.css';
import { useRefusalWords } from './use-refusal-words.js';
import { useDisconnect, useFetchNow, usePausePull } from './use-pulls.js';

type Word = 'stateFetching' | 'statePaused' | 'stateGood' | 'stateFirst' | 'stateTrying' | 'stateStopped';

function lookOf({ paused, fetching, errorCode, through }: Pull): readonly [State, Word] {
  if (paused) return ['waiting', 'statePaused'];
  if (fetching) return ['running', 'stateFetching'];
  if (errorCode !== null) return needsSomebody(errorCode) ? ['failed', 'stateStopped'] : ['attention', 'stateTrying'];
  return through === null ? ['waiting', 'stateFirst'] : ['done', 'stateGood'];
}

/** One network: its state, what the last fetch brought, what is wrong, and what can be done. */
export function PullRow({ pull }: { pull: Pull }): ReactNode {
  const { t } = useTranslation('pulls');
  const [editing, setEditing] = useState(false);
  const [state, word] = lookOf(pull);
  return (
    <li>
      <div className={styles.sourceHead}>
        <h3>{pull.name}</h3>
        <span className={styles.faint}>{t(pull.kind)}</span>
        <Status state={state}>{t(word)}</Status>
      </div>
      <Wrong of={pull} />
      <Times of={pull} />
      <Counts of={pull} />
      {editing ? (
        <PullForm pull={pull} onDone={() => setEditing(false)} />
      ) : (
        <Gestures pull={pull} onEdit={setEditing} />
      )}
    </li>
  );
}

function Times({ of: { lastSuccess, through, next, paused, fetching } }: { of: Pull }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const isAhead = !paused && !fetching && Date.parse(next) > Date.now();
  if (!lastSuccess && !through && !isAhead) return null;
  return (
    <p className={styles.counts}>
      {lastSuccess && <span>{t('lastSuccess', { ago: format.ago(new Date(lastSuccess), new Date()) })}</span>}
      {through && <span>{t('through', { instant: format.instant(new Date(through)) })}</span>}
      {isAhead && <span>{t('next', { instant: format.instant(new Date(next)) })}</span>}
    </p>
  );
}

function Counts({ of: { received, accepted, rejected, refusals } }: { of: Pull }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const why = useRefusalWords();
  if (received === 0) return null;
  const codes = refusals.map(({ code }) => why(code)).join(', ');
  return (
    <p className={styles.counts}>
      <span>{t('counts', { count: received, n: format.number(received) })}</span>
      <span>{t('accepted', { count: accepted, n: format.number(accepted) })}</span>
      {rejected > 0 && (
        <span data-attention>{t('rejected', { count: rejected, n: format.number(rejected), codes })}</span>
      )}
    </p>
  );
}

function Wrong({ of: { errorCode, failures, notes } }: { of: Pull }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  return (
    <>
      {errorCode && (
        <p className={styles.refusal}>
          {t(pullWords[errorCode])} {failures > 1 && t('failures', { n: format.number(failures) })}
        </p>
      )}
      {notes.includes('concealed_names') && <p className={styles.faint}>{t('concealed')}</p>}
    </>
  );
}

function Gestures({ pull: { source, paused, fetching }, onEdit }: { pull: Pull; onEdit: (editing: true) => void }) {
  const { t } = useTranslation('pulls');
  const hurry = useFetchNow();
  const pause = usePausePull();
  return (
    <div className={styles.gestures}>
      {!paused && (
        <Button
          variant="default"
          size="xs"
          disabled={fetching}
          loading={hurry.isPending}
          onClick={() => hurry.mutate(source)}
        >
          {t('fetchNow')}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        loading={pause.isPending}
        onClick={() => pause.mutate({ source, paused: !paused })}
      >
        {t(paused ? 'resume' : 'pause')}
      </Button>
      <Button variant="default" size="xs" onClick={() => onEdit(true)}>
        {t('edit')}
      </Button>
      <Disconnect source={source} />
      <Refusal error={hurry.error ?? pause.error} />
    </div>
  );
}

/** A gesture that cannot be taken back asks once. */
function Disconnect({ source }: { source: number }) {
  const { t } = useTranslation('pulls');
  const disconnect = useDisconnect();
  return (
    <AskFirst
      label={t('remove')}
      question={t('removeAsk')}
      yes={t('removeYes')}
      isPending={disconnect.isPending}
      onYes={() => disconnect.mutate(source)}
      look={{ color: 'red', size: 'xs' }}
      refusal={<Refusal error={disconnect.error} />}
    />
  );
}
