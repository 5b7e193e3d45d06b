import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rollout, type RolloutSite } from '#contract/rollout.js';
import { useOrganization } from '../../api/organization.js';
import { useRights } from '../../api/rights.js';
import { useStalled } from '../../api/stalled.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { sitesFor } from './site-filter.js';
import styles from './SitesPanel.module.css';
import { siteStates, useSiteTable } from './use-site-table.js';

/** Every place that opens, with its state; the address keeps words and order. */
export function SitesPanel({ query }: { query: PanelQuery<Rollout> }) {
  const { t } = useTranslation('rollout');
  const format = useFormat();
  const { data: organization } = useOrganization();
  // Only what holds for this organisation: exact figures are not grouped.
  const rules = [
    t('sitesTarget'),
    (organization?.k ?? 1) > 1 && t('sitesSmall', { k: format.number(organization?.k ?? 1) }),
    organization?.bands && t('sitesBlocks'),
  ].filter((rule) => typeof rule === 'string');
  const exported = useExport();
  const title = ({ sites }: Rollout) => {
    if (sites.length === 0) return t('sitesTitle');
    const [done, missed, unsure, open] = (['reached', 'missed', 'unsure', 'open'] as const).map(
      (wanted) => sites.filter(({ state }) => state === wanted).length,
    );
    const found = t('sitesFinding', { count: done!, done: format.number(done!), of: format.number(sites.length) });
    return [
      found,
      missed! > 0 && t('sitesMissed', { count: missed! }),
      open! > 0 && t('sitesOpen', { count: open! }),
      unsure! > 0 && t('sitesUnsure', { count: unsure! }),
    ]
      .filter(Boolean)
      .join(t('sitesAnd'));
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('sitesTitle')}
      subtitle={t('sitesSubtitle')}
      caption={({ sites }) => (sites.length > 0 && rules.length > 0 ? rules.join(' ') : null)}
      height={480}
      table={exported}
      empty={({ sites }) =>
        sites.length === 0 && <EmptyState title={t('sitesEmpty')}>{t('sitesEmptyDetail')}</EmptyState>
      }
    >
      {(data) => <Sites rollout={data} />}
    </Panel>
  );
}

/** All of them as a file: a state goes out as its word, not as its place in the order. */
function useExport(): (rollout: Rollout) => TableOf<RolloutSite> {
  const { t } = useTranslation('rollout');
  const [{ week }] = useFilters();
  const tableOf = useSiteTable(useStalled(week));
  return ({ sites, waves, week: shown }) => {
    const { columns, ...rest } = tableOf({ sites, waves, week: shown });
    const word = ({ state }: RolloutSite) => t(siteStates.find(({ key }) => key === state)?.word ?? 'stateOpen');
    return {
      ...rest,
      columns: columns.map((column) => (column.key === 'state' ? { ...column, value: word } : column)),
    };
  };
}

function Sites({ rollout }: { rollout: Rollout }) {
  const { t } = useTranslation(['rollout', 'shell']);
  const [{ find, sort, week }, setFilters] = useFilters();
  const [state, setState] = useState('');
  const organization = useOrganizationSlug();
  const navigate = useNavigate();
  const { readsPlaces: maySeeEntities } = useRights();
  const names = new Map(rollout.waves.map((wave) => [wave.key, wave]));
  const shown = sitesFor(rollout.sites, { state: state || undefined, find }, (wave) => names.get(wave)?.name ?? '');
  const table = useSiteTable(useStalled(week));
  const open = ({ node }: RolloutSite) =>
    void navigate({ to: '/o/$organization/entities/$entity', params: { organization, entity: node } });
  const present = siteStates.filter(({ key }) => rollout.sites.some((site) => site.state === key));
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          className={styles.find}
          size="sm"
          aria-label={t('sitesFind')}
          placeholder={t('sitesFind')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={find ?? ''}
          onChange={({ currentTarget }) => setFilters({ find: currentTarget.value || undefined })}
        />
        {present.length > 1 && (
          <SegmentedControl
            classNames={{ root: styles.states, control: styles.state }}
            aria-label={t('columnState')}
            value={state}
            onChange={setState}
            data={[
              { value: '', label: t('allStates') },
              ...present.map(({ key, word }) => ({ value: key, label: t(word) })),
            ]}
          />
        )}
        <span className={styles.count} role="status">
          {t('sitesShown', { count: shown.length })}
        </span>
      </div>
      <DataTable
        {...table({ ...rollout, sites: shown })}
        label={t('sitesTitle')}
        maxHeight={560}
        sort={sort ?? 'state'}
        onSort={(next) => setFilters({ sort: next })}
        onRow={maySeeEntities ? open : undefined}
      />
    </>
  );
}
