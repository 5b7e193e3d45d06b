import { useTranslation } from 'react-i18next';
import { type Animation, type Appointment } from '#contract/animation.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

const rhythms = {
  day: 'everyDay',
  week: 'everyWeek',
  fortnight: 'everyFortnight',
  month: 'everyMonth',
  quarter: 'everyQuarter',
} as const;

/** The plan of regular appointments: who animates each, and how much time they are given. Absent where there is none. */
export function AppointmentsPanel({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const tableOf = ({ appointments }: Animation): TableOf<Appointment> => ({
    rows: appointments,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'name', label: t('appointment'), value: ({ name }) => name },
      { key: 'every', label: t('every'), value: ({ every }) => t(rhythms[every]) },
      { key: 'group', label: t('appointmentGroup'), value: ({ group }) => group },
      { key: 'animator', label: t('animator'), value: ({ animator }) => animator ?? t('noAnimator') },
      { key: 'hours', label: t('hours'), numeric: true, value: ({ hours }) => hours },
      {
        key: 'until',
        label: t('until'),
        value: ({ endsOn }) => endsOn,
        cell: ({ endsOn }) => (endsOn ? format.day(endsOn, 'medium') : t('untilNotice')),
      },
    ],
  });
  if (!query.data || query.data.appointments.length === 0) return null;
  return (
    <Panel
      query={query}
      title={({ appointments }) =>
        t('appointmentsFinding', {
          count: appointments.filter(({ animator, hours }) => animator !== null && (hours ?? 0) > 0).length,
          of: appointments.length,
        })
      }
      subtitle={t('appointmentsSubtitle')}
      caption={t('appointmentsCaption')}
      height={160}
      table={tableOf}
    >
      {(data) => <DataTable label={t('appointmentsSubtitle')} {...tableOf(data)} />}
    </Panel>
  );
}
