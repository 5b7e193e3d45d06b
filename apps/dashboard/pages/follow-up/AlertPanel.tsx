import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FollowedWeek, type FollowUpAlert } from '#contract/follow-up.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useOrganization } from '../../api/organization.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart } from '../../charts/TimeChart.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { CallForm } from './CallForm.js';
import { LastCall } from './LastCall.js';
import { courseLines } from './course-lines.js';
import styles from './follow-up.module.css';

/** One cause, one panel: what is seen, what to ask, and the place to say that somebody was called. */
export function AlertPanel({ alert }: { alert: FollowUpAlert }) {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const place = organization?.nodes.find(({ key }) => key === alert.entities[0]?.place);
  const marks = useAnnotationMarks(organization?.annotations, place ?? { wave: null, entity: null });
  const say = useSay();
  const [first] = alert.entities;
  const name = alert.cause === 'entity' && first ? placeName(first, format.language) : alert.name;
  const actual = first ? placeName(first, format.language) : '';
  // The same lines until the facts change: a chart that is handed new ones draws itself again from nothing.
  const lines = useMemo(
    () => (first ? courseLines(first, { actual, expected: t('expected') }) : []),
    [first, actual, t],
  );
  const weeksTable = ({ entities }: FollowUpAlert): TableOf<FollowedWeek> => ({
    rows: entities[0]?.weeks ?? [],
    rowKey: ({ weekEnd }) => weekEnd,
    columns: [
      { key: 'week', label: t('week'), value: ({ weekEnd }) => weekEnd, cell: ({ weekEnd }) => format.day(weekEnd) },
      {
        ...{ key: 'share', share: true, label: actual, numeric: true },
        value: ({ share }) => share,
        cell: ({ share }) => format.percent(share),
      },
      {
        ...{ key: 'expected', share: true, label: t('expected'), numeric: true },
        value: ({ expected }) => expected?.value ?? null,
        cell: ({ expected }) => (expected ? format.percent(expected.value) : '–'),
      },
    ],
  });
  return (
    <Panel
      query={loaded(alert)}
      title={name}
      subtitle={say(alert.evidence)}
      caption={
        first &&
        t(first.against === 'plan' ? 'captionPlan' : first.window === 7 ? 'caption7' : 'caption28', {
          n: format.number(first.headcount),
          peers: first.weeks.at(-1)?.expected?.peers ?? 0,
        })
      }
      table={(data) => weeksTable(data)}
    >
      {({ entities }) => (
        <>
          <p className={styles.question}>{say(alert.question)}</p>
          {entities.length > 1 && (
            <p className={styles.last}>{entities.map((entity) => placeName(entity, format.language)).join(', ')}</p>
          )}
          {first && (
            <TimeChart
              label={name}
              height={180}
              series={lines}
              valueText={(value) => format.percent(value)}
              annotations={marks}
              domain={[0, 1]}
            />
          )}
          <LastCall entity={first} />
          <CallForm name={name} entities={entities.flatMap((entity) => entity.entities)} />
        </>
      )}
    </Panel>
  );
}
