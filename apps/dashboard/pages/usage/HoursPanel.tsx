import { useTranslation } from 'react-i18next';
import { type Usage } from '#contract/usage.js';
import { dayName, WeekHours } from '../../charts/WeekHours.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { useIsOff } from '../../ui/use-is-off.js';
import { busiest, type HourRow, hourRows, hoursPerWeek, outsideOffice, toldPeople } from './hours.js';

/** When the network is busy, in the local time of each place. */
export function HoursPanel({ query }: { query: PanelQuery<Usage> }) {
  const { t } = useTranslation('usage');
  const format = useFormat();
  const isOff = useIsOff('rhythm');
  const [{ scope }] = useFilters();
  const perWeek = ({ rhythm }: Usage) => hoursPerWeek(rhythm?.hours ?? []);
  const title = (data: Usage) => {
    const top = busiest(perWeek(data));
    if (!top) return t('hoursTitle');
    return t('hoursFinding', { day: dayName(top.day, format.language), from: top.hour, to: top.hour + 1 });
  };
  const table = (data: Usage): TableOf<HourRow> => ({
    columns: [
      { key: 'day', label: t('day'), value: ({ day }) => dayName(day, format.language) },
      { key: 'hour', label: t('hour'), numeric: true, value: ({ hour }) => hour },
      {
        key: 'people',
        label: t('peoplePerWeek'),
        numeric: true,
        value: ({ people }) => people,
        told: (row) => ({
          ...{ value: toldPeople(row), low: null, high: null, published: row.ends },
          ...{ n: null, asOf: data.rhythm?.periodEnd ?? null },
        }),
        cell: ({ people }) => format.number(people, 1),
      },
    ],
    rows: hourRows(data.rhythm?.hours ?? []),
    rowKey: ({ day, hour }) => `${day}/${hour}`,
  });
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('hoursTitle')}
      subtitle={t('hoursSubtitle')}
      caption={(data) => {
        const outside = outsideOffice(perWeek(data));
        return outside === null ? null : t('hoursCaption', { share: format.percent(outside) });
      }}
      height={232}
      table={table}
      empty={({ rhythm }) =>
        rhythm !== null ? null : isOff ? (
          <ModuleOff title={t('hoursOff')} />
        ) : (
          <EmptyState title={t('hoursNone')}>{t(scope ? 'from200Above' : 'from200')}</EmptyState>
        )
      }
    >
      {(data) => <WeekHours label={t('hoursTitle')} hours={perWeek(data)} />}
    </Panel>
  );
}
