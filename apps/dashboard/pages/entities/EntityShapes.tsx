import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { isUnmeasurable } from '#domain/indicators/measurable.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { Sparkline } from '../../charts/Sparkline.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import { compactCount } from './compact-count.js';
import styles from './entities.module.css';
import { EntityLink } from './EntityHeat.js';
import { firstShapeWeek, shapeWeeks } from './shape-weeks.js';
import { type EntityRow } from './use-entity-rows.js';

const most = 12;

interface EntityShapesProps {
  rows: EntityRow[];
  /** The last published Sunday shown. */
  week: string;
}

/** Engagement is drawn where no source tells who signs in. */
const drawn = ['K03b', 'K20'] as const;
const titles = { K03b: 'shapeTitle', K20: 'shapeTitleEngaged' } as const;
const subtitles = { K03b: 'shapeSubtitle', K20: 'shapeSubtitleEngaged' } as const;

const isTold = ({ value }: IndicatorRow) => value !== null;
const drawnOf = (rows: readonly IndicatorRow[]) =>
  drawn.find((key) => rows.some((row) => row.indicator === key && isTold(row))) ?? drawn[0];
const drawnIn = (rows: readonly IndicatorRow[]) => rows.filter(({ indicator }) => indicator === drawnOf(rows));

/** One small curve per entity, all on one scale. */
export function EntityShapes({ rows, week }: EntityShapesProps) {
  const { t } = useTranslation('entities');
  const [{ window }] = useFilters();
  const { say } = useFormat();
  const shown = rows.slice(0, most);
  const whyNone = (found: readonly IndicatorRow[]) => {
    const note = found.find((row) => isUnmeasurable(row.note))?.note;
    return note ? say(noteTexts[note]) : t('shapeEmpty');
  };
  const query = useReading('indicators', IndicatorRows, {
    keys: [...drawn],
    by: 'entity',
    nodes: shown.map(({ key }) => key),
    window,
    from: firstShapeWeek(week),
    to: week,
  });
  return (
    <Panel
      query={query}
      title={({ rows: found }) => t(titles[drawnOf(found)])}
      waitingTitle={t('shapeTitle')}
      subtitle={({ rows: found }) => t(subtitles[drawnOf(found)], { count: shapeWeeks(drawnIn(found), week).length })}
      height={180}
      empty={({ rows: found }) => (found.some(isTold) ? null : <p className={styles.none}>{whyNone(found)}</p>)}
    >
      {({ rows: found }) => {
        const all = drawnIn(found);
        const weeks = shapeWeeks(all, week);
        return (
          <ul className={styles.shapes}>
            {shown.map((row) => (
              <Shape
                key={row.key}
                row={row}
                weeks={weeks}
                points={all.filter(({ slice }) => slice === row.key)}
                all={all}
              />
            ))}
          </ul>
        );
      }}
    </Panel>
  );
}

interface ShapeProps {
  weeks: string[];
  row: EntityRow;
  points: IndicatorRow[];
  all: IndicatorRow[];
}

function Shape({ row, weeks, points, all }: ShapeProps) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const { ref, width } = useElementSize();
  const last = points.filter(({ value }) => value !== null).at(-1);
  const valueOf = new Map(points.map(({ periodEnd, value }) => [periodEnd, value]));
  // All on one axis of time: a week that was not told has its place and nothing in it.
  const values = weeks.map((sunday) => valueOf.get(sunday) ?? null);
  const compact = last && compactCount(last, format);
  const scale = Math.max(...all.map(({ value }) => value ?? 0));
  return (
    <li>
      <EntityLink place={row.key}>{row.label}</EntityLink>
      <span className={styles.shapeValue}>{compact?.text ?? t('shapeNone')}</span>
      <div ref={ref}>
        <Sparkline values={values} width={width || 180} height={48} stepped={row.place.headcount < 200} max={scale} />
      </div>
      <small>{t('people', { count: row.place.headcount, n: format.number(row.place.headcount) })}</small>
    </li>
  );
}
