import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceLabel } from '#domain/files/source-label.js';
import { type Source, type Sources } from '#contract/sources.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type State, Status } from '../../ui/Status.js';
import { type Arrival, arrivalOf, hourColumns, totalsOf } from './arrival.js';
import { HourBars } from './HourBars.js';
import { Refusal } from './Refusal.js';
import { SourceKeys } from './SourceKeys.js';
import { SourceNames } from './SourceNames.js';
import styles from './sources.module.css';
import { useHeard } from './use-heard.js';
import { useNewSource } from './use-sources.js';

/** Keys are made by administrators, names by whoever hands files in. */
interface Rights {
  mayChange: boolean;
  mayName: boolean;
}

interface Props extends Rights {
  query: PanelQuery<Sources>;
  /** Events among those counted here that an undo took out since. */
  removed: number;
}

/** Each source with its last two days, its state and its keys. */
export function SourceList({ query, removed, mayChange, mayName }: Props) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const [opening, setOpening] = useState(false);
  const open = mayChange && !opening && (
    <Button size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setOpening(true)}>
      {t('newSource')}
    </Button>
  );
  return (
    <Panel
      query={query}
      title={t('sourcesTitle')}
      subtitle={t('sourcesSubtitle')}
      height={160}
      actions={query.data && query.data.sources.length > 0 && open}
    >
      {({ sources }) => (
        <>
          {opening && <NewSource onDone={() => setOpening(false)} />}
          {sources.length === 0 && !opening && (
            <EmptyState title={t('sourcesEmptyTitle')} action={open}>
              {t('sourcesEmptyDetail')}
            </EmptyState>
          )}
          {removed > 0 && (
            <p className={styles.faint}>{t('takenBackSince', { count: removed, n: format.number(removed) })}</p>
          )}
          <ul className={styles.sources}>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} mayChange={mayChange} mayName={mayName} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

const looks = {
  live: ['done', 'stateLive'],
  silent: ['attention', 'stateSilent'],
  never: ['waiting', 'stateNever'],
} as const satisfies Record<Exclude<Arrival, 'files'>, readonly [State, string]>;

const arrivals = { http: 'live', file: 'byFiles', pull: 'byFetching' } as const satisfies Record<
  Source['kind'],
  string
>;

function SourceRow({ source, mayChange, mayName }: Rights & { source: Source }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const now = new Date();
  const label = sourceLabel(source.name, format.language);
  const arrival = arrivalOf(source, now);
  const totals = totalsOf([source]);
  const agoOf = useHeard();
  const ago = source.lastHour && agoOf(source.lastHour, now);
  return (
    <li>
      <div className={styles.sourceHead}>
        <h3>{label}</h3>
        <span className={styles.faint}>{t(arrivals[source.kind])}</span>
        {arrival !== 'files' && <Status state={looks[arrival][0]}>{t(looks[arrival][1])}</Status>}
        {ago && <span className={styles.faint}>{t('lastSeen', { ago })}</span>}
      </div>
      <HourBars columns={hourColumns(source.hours, now)} label={`${label}. ${t('sourcesTitle')}`} />
      {totals.received > 0 && (
        <p className={styles.counts}>
          <span>{t('countAccepted', { count: totals.accepted, n: format.number(totals.accepted) })}</span>
          {totals.duplicates > 0 && (
            <span>{t('countDuplicates', { count: totals.duplicates, n: format.number(totals.duplicates) })}</span>
          )}
          <span data-attention={totals.refused > 0 || undefined}>
            {t('countRejected', { count: totals.refused, n: format.number(totals.refused) })}
          </span>
          {totals.again > 0 && (
            <span title={t('againDefinition')}>
              {t('countAgain', { count: totals.again, n: format.number(totals.again) })}
            </span>
          )}
          {totals.skipped > 0 && (
            <span title={t('skippedDefinition')}>
              {t('countSkipped', { count: totals.skipped, n: format.number(totals.skipped) })}
            </span>
          )}
        </p>
      )}
      {source.kind === 'http' && <SourceNames source={source.id} mayChange={mayName} />}
      {source.kind === 'http' && <SourceKeys source={source} mayChange={mayChange} />}
    </li>
  );
}

function NewSource({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('sources');
  const [name, setName] = useState('');
  const create = useNewSource();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    create.mutate(name.trim(), { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className={styles.newSource}>
      <TextInput
        label={t('newSourceName')}
        description={t('newSourceHint')}
        value={name}
        maxLength={100}
        required
        withAsterisk={false}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" loading={create.isPending} disabled={name.trim() === ''}>
          {t('create')}
        </Button>
        <Button variant="default" size="xs" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
      <Refusal error={create.error} />
    </form>
  );
}
