import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { isWhy, noteTexts } from '#domain/indicators/notes.js';
import { HeatTable, type HeatCell, type HeatRow } from '../../charts/HeatTable.js';
import { useOrganization } from '../../api/organization.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { nameBelow } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { Status } from '../../ui/Status.js';
import { useIsOff } from '../../ui/use-is-off.js';
import { compactCount, isTooWide } from './compact-count.js';
import styles from './entities.module.css';
import { findInTree, orderTree, subtreeOf } from './order-tree.js';
import { Stalls, StandingOf } from './Standing.js';
import { tellingFirst } from './telling-first.js';
import { type EntityRow, type HeatColumn, heatColumnKeys, heatColumns } from './use-entity-rows.js';

const heads = {
  activation: 'colActivation',
  connection: 'colConnection',
  engagement: 'colEngagement',
  managers: 'colManagers',
  ambassadors: 'colAmbassadors',
} as const satisfies Record<HeatColumn, string>;

// Coverage is at its best near a fifth: its shade is measured against that.
const strongest: Partial<Record<HeatColumn, number>> = { ambassadors: 0.2 };

const sortValue = (sort: string) => (row: EntityRow) => {
  if (sort === 'people') return row.place.headcount;
  if (sort === 'standing') return row.index;
  return row.measures[sort as HeatColumn]?.value ?? null;
};

/** The tree against its indicators, sorted and searched by the address. */
export function EntityHeat({ rows, find = '' }: { rows: EntityRow[]; find?: string }) {
  const { t } = useTranslation('entities');
  const [{ sort, window }, setFilters] = useFilters();
  const format = useFormat();
  const cellOf = useHeatCell();
  const isOff = useIsOff('exemplarity');
  // While no wave is declared there is no plan, which the sentence of the page says once.
  const hasPlan = (useOrganization().data?.waves.length ?? 0) > 0;
  const hasStandings = hasPlan || rows.some(({ stall }) => stall !== null);
  // What is not counted is no column of hidden figures.
  const counted = heatColumnKeys.filter((column) => column !== 'managers' || !isOff);
  const columns = tellingFirst(counted, rows);
  const searched = useMemo(
    () => findInTree(rows, ({ label, wave, place }) => `${label} ${wave?.name ?? ''} ${place.members.join(' ')}`, find),
    [rows, find],
  );
  const ordered = useMemo(
    () => (sort ? orderTree(searched.rows, sortValue(sort.replace(/^-/, '')), sort.startsWith('-')) : searched.rows),
    [searched, sort],
  );
  if (searched.found === 0) return <p className={styles.none}>{t('findNone', { find })}</p>;
  // A wave is named once, where it begins.
  const waveAbove = new Map<string | null, string | null>(rows.map(({ key, place }) => [key, place.wave]));
  const labels = new Map<string | null, string>(rows.map(({ key, label }) => [key, label]));
  const heatRows = ordered.map((row): HeatRow => ({
    ...{ key: row.key, parent: row.parent, label: row.label },
    name: <EntityLink place={row.key}>{nameBelow(row.label, labels.get(row.parent))}</EntityLink>,
    note: [
      t('people', { count: row.place.headcount, n: format.number(row.place.headcount) }),
      row.place.wave !== waveAbove.get(row.parent) && row.wave?.name,
    ]
      .filter(Boolean)
      .join(' · '),
    cells: [
      ...(hasStandings
        ? [{ text: '', shade: null, content: <Against row={row} rows={rows} hasPlan={hasPlan} /> }]
        : []),
      ...columns.map((column) => cellOf(row, column)),
    ],
  }));
  const top = rows.filter(({ parent }) => parent === null || !labels.has(parent));
  const opened = rows.filter((row) => top.some(({ key }) => key === row.key || key === row.parent));
  return (
    <HeatTable
      key={find}
      label={t('heatTitle')}
      head={t('colEntity')}
      columns={[
        ...(hasStandings ? [{ key: 'standing', label: t('colStanding'), note: t('noteState') }] : []),
        ...columns.map((key) => ({ key, label: t(heads[key]), note: noteOf(key, window, t) })),
      ]}
      rows={heatRows}
      unfolded={find ? searched.above : opened.map(({ key }) => key)}
      maxHeight={720}
      sort={sort}
      onSort={(next) => setFilters({ sort: next })}
    />
  );
}

/** Against the plan, and that it stalls: two truths of one place, told in one cell. */
function Against({ row, rows, hasPlan }: { row: EntityRow; rows: EntityRow[]; hasPlan: boolean }) {
  const { t } = useTranslation('entities');
  const inside = row.stall ? 0 : subtreeOf(rows, row.key).filter(({ stall }) => stall !== null).length;
  return (
    <span className={styles.standing}>
      {row.stall && <Stalls since={row.stall.since} />}
      {hasPlan && <StandingOf row={row} rows={rows} />}
      {inside > 0 && <Status state="attention">{t('stallsInside', { count: inside })}</Status>}
    </span>
  );
}

type Words = ReturnType<typeof useTranslation<'entities'>>['t'];

const noteOf = (column: HeatColumn, window: number, t: Words) =>
  indicatorOf(heatColumns[column]).frame === 'state' ? t('noteState') : t('noteDays', { days: window });

function useHeatCell() {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const week = useOrganization().data?.week ?? null;
  return (row: EntityRow, column: HeatColumn): HeatCell => {
    const measured = row.measures[column];
    // Nobody to divide by is a dash; what is not published here says so.
    if (measured?.shown === 'none')
      return {
        ...{ text: '–', shade: null },
        why: isWhy(measured.note) ? format.say(noteTexts[measured.note]) : t('noBase'),
      };
    if (!measured || measured.shown === 'masked')
      return { text: '', shade: null, masked: format.say(noteTexts[measured?.note ?? 'not_published']) };
    const compact = compactCount(measured, format);
    if (!compact) return { text: '–', shade: null };
    const phrase = isTooWide(measured) ? t('tooWide', { phrase: compact.phrase }) : compact.phrase;
    return {
      text: compact.text,
      shade: compact.shade === null ? null : Math.min(1, compact.shade / (strongest[column] ?? 1)),
      title: t('asOf', { phrase, day: format.day(measured.periodEnd, 'long') }),
      // Small places are told every four weeks: their day stands with them, beside places of the week.
      ...(week !== null && measured.periodEnd < week && { note: format.day(measured.periodEnd, 'short') }),
    };
  };
}

/** Opens the page of one place. */
export function EntityLink({ place, children }: { place: string; children: string }) {
  const organization = useOrganizationSlug();
  return (
    <Link to="/o/$organization/entities/$entity" params={{ organization, entity: place }} className={styles.link}>
      {children}
    </Link>
  );
}
