import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUp } from '#contract/follow-up.js';
import { unknownReasons } from '#domain/alerts/alerts.js';
import { addDays } from '#domain/calendar/day.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { NoDirectory } from '../../ui/NoDirectory.js';
import { Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { AlertPanel } from './AlertPanel.js';
import { calledSince } from './course-lines.js';
import { EntityTable } from './EntityTable.js';
import styles from './follow-up.module.css';
import { SmallPanel } from './SmallPanel.js';

/** Whom to call this week? Entities below the course of comparable ones, small ones in turn, and those that came back. */
export default function FollowUpPage(): ReactNode {
  const { t } = useTranslation(['follow-up', 'entities']);
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week }] = useFilters();
  const query = useReading('follow-up', FollowUp, { week });
  const { data } = query;
  const low = data?.small.filter((entity) => entity.low) ?? [];
  if (data?.freshness && data.counts.all === 0)
    return (
      <>
        <Sentence page={shell('follow-up')}>{say(data.sentence)}</Sentence>
        <NoDirectory />
      </>
    );
  return (
    <>
      <Sentence page={shell('follow-up')}>{data ? say(data.sentence) : '\u00a0'}</Sentence>
      {data && <Figures data={data} />}
      {data && data.alerts.length + low.length > 0 ? (
        <div className={styles.alerts}>
          {data.alerts.map((alert) => (
            <AlertPanel key={`${alert.cause} ${alert.entities[0]?.place ?? alert.name}`} alert={alert} />
          ))}
          {low.map((entity) => (
            <SmallPanel key={entity.place} entity={entity} />
          ))}
        </div>
      ) : (
        <Panel
          query={query}
          title={t('alertsTitle')}
          height={180}
          empty={({ freshness, counts: { judged } }) => (
            <EmptyState title={t(freshness ? (judged > 0 ? 'noAlert' : 'noneJudged') : 'nothingYet')}>
              {t('alertRule')}
            </EmptyState>
          )}
        >
          {() => null}
        </Panel>
      )}
      <EntityTable query={query} which="small" />
      <EntityTable query={query} which="back" />
    </>
  );
}

// A call is recent for a fortnight.
const recent = 14;

function Figures({ data }: { data: FollowUp }) {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const { alerts, small, back, counts, freshness } = data;
  const upTo = freshness?.weekEnd;
  const list = new Intl.ListFormat(format.language, { type: 'unit' });
  const notJudged = ({ unknown, judged, reasons }: FollowUp['counts']) => {
    const why = unknownReasons.flatMap((reason) =>
      reasons[reason] > 0 ? t(`unknown_${reason}`, { count: reasons[reason] }) : [],
    );
    if (unknown === 0) return t(judged > 0 ? 'unknownNone' : 'unknownAllSmall');
    return t('unknownPeople', { count: unknown, why: list.format(why) });
  };
  const shown = [...alerts.flatMap(({ entities }) => entities), ...small, ...back];
  const called = upTo ? calledSince(shown, addDays(upTo, 1 - recent)) : 0;
  const low = small.filter((entity) => entity.low).length;
  const figures = [
    {
      key: 'toCall',
      value: alerts.length + low,
      people: t('toCallPeople', { count: counts.all, judged: counts.judged, all: counts.all }),
    },
    { key: 'tooSmall', value: small.length, people: t('tooSmallPeople', { count: low }) },
    { key: 'called', value: called, people: t('calledPeople', { count: recent }) },
    { key: 'cameBack', value: back.length, people: notJudged(counts) },
  ] as const;
  return (
    <FigureRow>
      {figures.map(({ key, value, people }) => (
        <Figure
          key={key}
          label={t(key)}
          value={format.number(value)}
          people={people}
          definition={t(`${key}Definition`)}
          upTo={upTo}
        />
      ))}
    </FigureRow>
  );
}
