import { useTranslation } from 'react-i18next';
import { type HouseActive, type Summary } from '#contract/summary.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { saysDays } from '../../format/says-days.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Masked } from '../../ui/Masked.js';
import { write } from '../../ui/measured.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

type PlaceRow = HouseActive['places'][number];

/** What the house calls active, with its definition and apart from the four numbers; absent without such a definition. */
export function HouseActivePanel({ summary }: { summary: Summary | undefined }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const active = summary?.active;
  if (!active) return null;
  const { indicator, window, label } = active.definition;
  const { title, meaning, unit } = indicatorOf(indicator);
  const { value, people, masked } = write(active.number.now, unit, format);
  const tableOf = ({ places }: HouseActive): TableOf<PlaceRow> => ({
    rows: places,
    rowKey: ({ node }) => node,
    columns: [
      { key: 'place', label: t('activePlace'), value: ({ name }) => name },
      {
        ...{ key: 'people', label: t('columnPeople'), numeric: true },
        value: ({ headcount }) => headcount,
        cell: ({ headcount }) => format.number(headcount),
      },
      {
        ...{ key: 'active', label, numeric: true, share: unit === 'percent' },
        value: ({ now }) => now.value,
        cell: ({ now }) => {
          const written = write(now, unit, format);
          return written.masked === undefined ? (written.value ?? '–') : <Masked reason={written.masked} />;
        },
        told: ({ now }) => ({ ...now, asOf: summary.week }),
      },
    ],
  });
  return (
    <Panel
      query={loaded(active)}
      title={masked === undefined ? t('activeFinding', { label, value: value ?? '–' }) : label}
      subtitle={t(saysDays(title[format.language], window) ? 'activeSubtitleBare' : 'activeSubtitle', {
        title: title[format.language],
        days: window,
      })}
      caption={[meaning[format.language], people && `${people}.`, t('activeCaption')].filter(Boolean).join(' ')}
      height={120}
      table={tableOf}
    >
      {(data) => <DataTable label={label} {...tableOf(data)} maxHeight={320} />}
    </Panel>
  );
}
