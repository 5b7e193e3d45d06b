import { useTranslation } from 'react-i18next';
import { type Coaching, CoachingList } from '#contract/declared.js';
import { useReading } from '../../api/reading.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';

const states = { held: 'done', planned: 'waiting', declined: 'unknown' } as const;

/** Whom somebody accompanies on the network, as declared with their consent: never what they do there. */
export function CoachingPanel() {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const query = useReading('declared/coaching', CoachingList);
  const table = ({ facts }: CoachingList): TableOf<Coaching> => ({
    rows: facts,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'executive', label: t('executive'), value: ({ executive }) => executive },
      {
        key: 'state',
        label: t('meeting'),
        value: ({ state }) => t(`meeting_${state}`),
        cell: ({ state }) => <Status state={states[state]}>{t(`meeting_${state}`)}</Status>,
      },
      {
        key: 'day',
        label: t('meetingOn'),
        value: ({ meetingOn }) => meetingOn,
        cell: ({ meetingOn }) => (meetingOn ? format.day(meetingOn, 'long') : '–'),
      },
      { key: 'coach', label: t('coach'), value: ({ coach }) => coach },
    ],
  });
  const held = ({ facts }: CoachingList) => facts.filter(({ state }) => state === 'held').length;
  return (
    <Panel
      query={query}
      title={(data) =>
        data.facts.length === 0
          ? t('coachingTitle')
          : t('coachingHeld', { count: held(data), n: format.number(held(data)), of: format.number(data.facts.length) })
      }
      waitingTitle={t('coachingTitle')}
      subtitle={t('coachingSubtitle')}
      height={160}
      table={table}
      empty={({ facts }) =>
        facts.length === 0 ? <EmptyState title={t('coachingNone')}>{t('coachingNoneDetail')}</EmptyState> : null
      }
    >
      {(data) => <DataTable {...table(data)} label={t('coachingTitle')} maxHeight={420} />}
    </Panel>
  );
}
