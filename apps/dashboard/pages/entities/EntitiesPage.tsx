import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countStandings, type Standing, standingSentence } from '#domain/rollout/standing.js';
import { useOrganization } from '../../api/organization.js';
import { useRights, useWhole } from '../../api/rights.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { useHeldBack } from '../../ui/use-held-back.js';
import styles from './entities.module.css';
import { EntityHeat } from './EntityHeat.js';
import { HeatCaption } from './HeatCaption.js';
import { EntityShapes } from './EntityShapes.js';
import { heatTable } from './heat-export.js';
import { subtreeOf } from './order-tree.js';
import { type EntityRow, useEntityRows } from './use-entity-rows.js';

/** Who advances, who waits: every published place against its plan and its indicators. */
export default function EntitiesPage(): ReactNode {
  const { t } = useTranslation(['entities', 'shell']);
  const { t: words } = useTranslation('entities');
  const format = useFormat();
  const [{ scope, find = '' }, setFilters] = useFilters();
  const { readsAll } = useRights();
  const whole = useWhole();
  const slug = useOrganizationSlug();
  const { data: organization } = useOrganization();
  const heldBack = useHeldBack();
  const query = useEntityRows();
  const rows = useMemo(() => query.data && (scope ? subtreeOf(query.data, scope) : query.data), [query.data, scope]);
  const smallest = (rows ?? []).filter(({ place }) => place.kind !== 'node');
  const title = t('shell:entities');

  if (organization?.week === null) {
    return (
      <>
        <Sentence page={title}>{words('unpublished')}</Sentence>
        <EmptyState title={words('unpublishedTitle')} action={<ToSources />}>
          {heldBack ?? words('unpublishedDetail')}
        </EmptyState>
      </>
    );
  }
  const own = query.data?.length === 1 && whole !== '' ? query.data[0] : undefined;
  if (own)
    return <Navigate to="/o/$organization/entities/$entity" params={{ organization: slug, entity: own.key }} replace />;
  if (query.data && query.data.length < 2) {
    return (
      <>
        <Sentence page={title}>{words('noTree')}</Sentence>
        <EmptyState title={words('noTreeTitle')} action={<ToSources />}>
          {words('noTreeDetail')}
        </EmptyState>
      </>
    );
  }
  const first = (rows ?? []).filter(({ parent }) => parent === null || parent === (scope ?? rows?.[0]?.key));
  const shapes = first.filter(({ key }) => key !== scope && key !== rows?.[0]?.key);
  return (
    <>
      <Finding title={title} rows={rows && smallest} />
      {rows && <Standings rows={smallest} />}
      <Panel
        query={{ data: rows, error: query.error, refetch: query.refetch }}
        title={words('heatTitle')}
        subtitle={words('heatSubtitle')}
        caption={<HeatCaption rows={rows ?? []} />}
        height={560}
        table={(found) => heatTable(found, words, format)}
        actions={
          <TextInput
            className={styles.tools}
            aria-label={words('find')}
            placeholder={words('find')}
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            rightSection={
              find && (
                <CloseButton
                  size="sm"
                  aria-label={words('clearFind')}
                  onClick={() => setFilters({ find: undefined })}
                />
              )
            }
            value={find}
            onChange={(event) => setFilters({ find: event.currentTarget.value || undefined })}
          />
        }
      >
        {(found) => <EntityHeat rows={found} find={find} />}
      </Panel>
      {organization?.week && shapes.length > 0 && <EntityShapes rows={shapes} week={organization.week} />}
      {readsAll && <ToTies />}
    </>
  );
}

/** Who exchanges with whom stands with the communities. */
function ToTies() {
  const { t } = useTranslation('entities');
  const organization = useOrganizationSlug();
  return (
    <Link to="/o/$organization/communities" params={{ organization }} hash="ties" className={styles.link}>
      {t('toTies')}
    </Link>
  );
}

const furthest = 3;

function Finding({ title, rows }: { title: string; rows: EntityRow[] | undefined }) {
  const { t } = useTranslation('entities');
  const { language } = useFormat();
  const say = useSay();
  const [{ week, scope }] = useFilters();
  const hasPlan = (useOrganization().data?.waves.length ?? 0) > 0;
  if (!rows) return <Sentence page={title}>{'\u00a0'}</Sentence>;
  const counts = countStandings(rows.map(({ standing }) => standing));
  const { unsure, behind } = counts;
  const late = rows
    .filter(({ standing }) => standing === 'behind')
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .slice(0, furthest)
    .map(({ label }) => label);
  const list = (labels: string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
  const stalled = rows.filter(({ stall }) => stall !== null).map(({ label }) => label);
  const detail = [
    stalled.length > 0 && t('stalled', { count: stalled.length, names: list(stalled) }),
    late.length > 0 && t('furthest', { names: list(late) }),
    behind > 0 && unsure > 0 && t('unsureToo', { count: unsure }),
  ].filter(Boolean);
  return (
    <Sentence
      page={title}
      pdf={{ board: 'entities', filters: { week, scope } }}
      detail={detail.length > 0 && detail.join(' ')}
    >
      {say(standingSentence(counts, hasPlan))}
    </Sentence>
  );
}

const figures = [
  ['behind', 'figBehind', 'defBehind'],
  ['on', 'figOn', 'defOn'],
  ['unsure', 'figUnsure', 'defUnsure'],
  ['ahead', 'figAhead', 'defAhead'],
  ['unplanned', 'figUnplanned', 'defUnplanned'],
  ['planless', 'figPlanless', 'defPlanless'],
] as const satisfies readonly (readonly [Standing, string, string])[];

/** Told of the page's own week: no figure is behind it. */
const isDeclared = (standing: Standing) => standing === 'unplanned' || standing === 'planless';

function Standings({ rows }: { rows: EntityRow[] }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const counts = countStandings(rows.map(({ standing }) => standing));
  const judgedAt = rows.flatMap((row) => row.judgedAt ?? []).sort()[0];
  // Nothing to say of what nobody lacks.
  const isShown = ([standing]: (typeof figures)[number]) =>
    (standing !== 'planless' && standing !== 'unsure') || counts[standing] > 0;
  if (rows.length === counts.unplanned + counts.planless + counts.unknown) return null;
  return (
    <FigureRow>
      {figures.filter(isShown).map(([standing, label, definition]) => (
        <Figure
          key={standing}
          label={t(label)}
          value={format.number(counts[standing])}
          people={t('ofEntities', { count: rows.length })}
          definition={t(definition)}
          method={t('defMethod')}
          upTo={(isDeclared(standing) ? undefined : judgedAt) ?? organization?.week ?? undefined}
        />
      ))}
    </FigureRow>
  );
}
