import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countStandings, judgedOf, standingMargin } from '#domain/rollout/standing.js';
import { isPast } from '#domain/rollout/wave.js';
import { useOrganization } from '../../api/organization.js';
import { useRights } from '../../api/rights.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FigureOf } from '../../ui/figure-of.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import styles from './entities.module.css';
import { EntityAmbassadors } from './EntityAmbassadors.js';
import { EntityCurves } from './EntityCurves.js';
import { EntityExample } from './EntityExample.js';
import { EntityHeat, EntityLink } from './EntityHeat.js';
import { HeatCaption } from './HeatCaption.js';
import { EntityWave } from './EntityWave.js';
import { pathTo, subtreeOf } from './order-tree.js';
import { type EntityRow, heatColumnKeys, heatColumns, useEntityRows, useScopeOf } from './use-entity-rows.js';
import { whyNoProgress } from './why-no-progress.js';

/** One entity: how far it has come, its curves, its wave, its ambassadors, the example of its managers. */
export default function EntityPage(): ReactNode {
  const { t } = useTranslation('entities');
  const { entity = '' } = useParams({ strict: false });
  const organization = useOrganizationSlug();
  const { data: rows } = useEntityRows();
  const { readsAll } = useRights();
  const row = rows?.find(({ key }) => key === entity);
  const inside = useMemo(() => (rows && row ? subtreeOf(rows, row.key) : []), [rows, row]);

  if (!rows) return <Sentence page={t('back')}>{'\u00a0'}</Sentence>;
  if (!row) {
    return (
      <>
        <Sentence page={t('back')}>{t('unknownTitle')}</Sentence>
        <EmptyState
          title={t('unknownTitle')}
          action={
            <Button component={Link} to={`/o/${organization}/entities`}>
              {t('back')}
            </Button>
          }
        >
          {t('unknownDetail')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Crumbs path={pathTo(rows, row.key)} />
      <EntityFinding row={row} inside={inside} />
      <EntityFigures row={row} />
      <EntityCurves row={row} parent={rows.find(({ key }) => key === row.parent) ?? null} />
      <Columns>
        <EntityWave row={row} inside={inside} />
        {readsAll && <EntityAmbassadors row={row} />}
      </Columns>
      {readsAll && <EntityExample row={row} />}
      {inside.length > 1 && (
        <Panel
          query={loaded(inside)}
          title={t('childrenTitle')}
          subtitle={t('childrenSubtitle', { name: row.label })}
          caption={<HeatCaption rows={inside} />}
        >
          {(found) => <EntityHeat rows={found} />}
        </Panel>
      )}
    </>
  );
}

function Crumbs({ path }: { path: EntityRow[] }) {
  const { t } = useTranslation('entities');
  const organization = useOrganizationSlug();
  return (
    <nav className={styles.crumbs} aria-label={t('back')}>
      <Link to="/o/$organization/entities" params={{ organization }} className={styles.link}>
        {t('back')}
      </Link>
      {path.slice(0, -1).map(({ key, label }) => (
        <span key={key} className={styles.crumb}>
          <IconChevronRight size={14} stroke={1.6} aria-hidden />
          <EntityLink place={key}>{label}</EntityLink>
        </span>
      ))}
    </nav>
  );
}

const says = { ahead: 'saysAhead', on: 'saysOn', unsure: 'saysUnsure', behind: 'saysBehind' } as const;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function EntityFinding({ row, inside }: { row: EntityRow; inside: EntityRow[] }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const say = useSay();
  const { data: organization } = useOrganization();
  const { label: name, standing, place } = row;
  const wave = organization?.waves.find(({ key }) => key === place.wave);
  const { numerator, denominator, shown } = row.measures.activation ?? {};
  const below = countStandings(inside.filter(({ place: { kind } }) => kind !== 'node').map((one) => one.standing));
  const of = judgedOf(below);
  const waits = wave && !wave.actualStart;
  // Past the date of its target there is no margin to name.
  const isNear = standing === 'on' && wave && row.judgedAt && !isPast(wave, row.judgedAt);
  const words = shown === 'value' && numerator && denominator ? capital(format.people(numerator, denominator)) : null;
  const created = words
    ? t('created', { words })
    : t(whyNoProgress(row, organization?.waves.length ?? 0) ?? 'createdMasked', { name });
  const detail = [
    t('people', { count: place.headcount, n: format.number(place.headcount) }),
    row.wave?.name,
    place.country && new Intl.DisplayNames(format.language, { type: 'region' }).of(place.country),
  ].filter(Boolean);
  return (
    <Sentence
      page={name}
      actions={<ReadingLevel />}
      detail={
        <>
          {row.stall?.evidence && <>{created} </>}
          {detail.join(' · ')}
          {place.kind === 'rest' && <> · {t('readTogether', { names: place.members.join(', ') })}</>}
        </>
      }
    >
      {waits ? (
        <>
          {t('notOpen', { name })} {t('saysUnplanned', { day: format.day(wave.plannedStart, 'long') })}
        </>
      ) : (
        <>
          {row.stall?.evidence ? `${t('stallsLead', { name })} ${say(row.stall.evidence)}` : created}{' '}
          {!row.stall &&
            (standing === 'ahead' || standing === 'on' || standing === 'unsure' || standing === 'behind') &&
            t(isNear ? 'saysOnNear' : says[standing], { name, margin: format.percent(standingMargin) })}
          {!wave &&
            of > 1 &&
            (below.behind === 0 && below.unsure > 0
              ? t('saysInsideUnsure', { of })
              : t('saysInside', { count: below.behind, of }))}
        </>
      )}
    </Sentence>
  );
}

const labels = {
  activation: 'colActivation',
  connection: 'colConnection',
  engagement: 'colEngagement',
  managers: 'colManagers',
  ambassadors: 'colAmbassadors',
} as const;

function EntityFigures({ row }: { row: EntityRow }) {
  const { t } = useTranslation('entities');
  const [{ window }] = useFilters();
  const scope = useScopeOf(row);
  return (
    <FigureOf value={scope}>
      <FigureRow>
        {heatColumnKeys
          .filter((column) => column !== 'managers')
          .map((column) => {
            const measured = row.measures[column];
            const windowed = measured?.window ? ` · ${t('noteDays', { days: window })}` : '';
            return (
              measured && (
                <RateFigure
                  key={column}
                  indicator={heatColumns[column]}
                  measured={measured}
                  window={measured.window}
                  label={`${t(labels[column])}${windowed}`}
                  upTo={measured.periodEnd}
                />
              )
            );
          })}
      </FigureRow>
    </FigureOf>
  );
}
