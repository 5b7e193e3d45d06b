import { useTranslation } from 'react-i18next';
import { Lags } from '#contract/lags.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { LinePlot } from '../../charts/drawn-later.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { type DayRow, firstDays, lastDay } from './first-days.js';

/** Profiles created day by day after the invitation, up to the fourteenth: told from 200 invited people on. */
export function ProfilesPanel() {
  const { t } = useTranslation('preparation');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const root = organization?.nodes.find(({ parent }) => parent === null)?.key;
  const places = root === undefined ? undefined : [root];
  const query = useReading('lags', Lags, { kind: 'activation', places });
  const at = (lags: Lags, day: number) => firstDays(lags).find((row) => row.day === day);
  const tableOf = (lags: Lags): TableOf<DayRow> => ({
    rows: firstDays(lags),
    rowKey: ({ day }) => String(day),
    columns: [
      { key: 'day', label: t('dayAfter'), numeric: true, value: ({ day }) => day },
      {
        ...{ key: 'share', share: true, label: t('profiles'), numeric: true },
        value: ({ value }) => value,
        told: ({ value, low, high, atRisk }) => ({
          ...{ value, low, high, isChance: true },
          ...{ n: Math.round(atRisk), asOf: lags.weekEnd },
        }),
        cell: ({ value }) => format.percent(value),
      },
      { key: 'atRisk', label: t('followed'), numeric: true, value: ({ atRisk }) => Math.round(atRisk) },
    ],
  });
  if (root === undefined) return null;
  return (
    <Panel
      query={query}
      title={(lags) => {
        const [seven, fourteen] = [at(lags, 7), at(lags, lastDay)];
        if (!seven || !fourteen) return t('profilesWaiting');
        return capital(
          t('profilesFinding', {
            seven: format.about(format.percent(seven.value), seven.low < seven.high),
            fourteen: format.about(format.percent(fourteen.value), fourteen.low < fourteen.high),
          }),
        );
      }}
      waitingTitle={t('profilesWaiting')}
      subtitle={t('profilesSubtitle')}
      caption={(lags) => {
        const people = lags.sides[0]?.curve?.people;
        return people ? t('profilesCaption', { n: format.range(people) }) : null;
      }}
      height={220}
      empty={(lags) =>
        firstDays(lags).length === 0 && (
          <EmptyState title={t(lags.sides[0]?.reason === 'unpublished' ? 'profilesUnpublished' : 'profilesNone')} />
        )
      }
      table={tableOf}
    >
      {(lags) => (
        <LinePlot
          label={t('profilesSubtitle')}
          series={[
            {
              ...{ key: 'profiles', name: t('profiles'), role: 'ours' },
              points: firstDays(lags).map(({ day, value, low, high, atRisk }) => ({
                x: day,
                value,
                low,
                high,
                n: atRisk,
              })),
            },
          ]}
          step={1}
          height={220}
          stepped
          domain={[0, 1]}
          axisTitle={t('dayAfter')}
          valueText={(value) => format.percent(value)}
          tickText={(x) => format.number(x)}
          titleText={(x) => t('dayTitle', { n: x })}
        />
      )}
    </Panel>
  );
}
