import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exemplarity, type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { withoutLevel } from '#domain/indicators/levels.js';
import { type DumbbellRow } from '../../charts/dumbbell-rows.js';
import { DumbbellChart } from '../../charts/DumbbellChart.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { ReadAt } from '../../ui/reading-level.js';
import { type Measure, measures, readingOf, sideOf } from './gestures.js';
import { useLevelName } from './use-level-name.js';

const meanings = { daily: 'dailyIs', weekly: 'weeklyIs', posting: 'postingIs' } as const;

const isWithoutLevel = ({ key }: ExemplarityLevel) => key === withoutLevel;
const rowsOf = ({ overall, levels }: Exemplarity) => [...(overall ? [overall] : []), ...levels];

/** Managers and the others, level by level, for one measure at a time. */
export function LevelsPanel({ query }: { query: PanelQuery<Exemplarity> }) {
  const { t } = useTranslation('exemplarity');
  const format = useFormat();
  const nameOf = useLevelName();
  const [measure, choose] = useState<Measure>('daily');

  const title = ({ levels, others, levelsKnown }: Exemplarity) => {
    if (!levelsKnown) return t('levelsTitleUnknown');
    const sides = levels.map((level) => sideOf(level, others, measure));
    const [below, above] = (['below', 'above'] as const).map((side) => sides.filter((one) => one === side).length);
    if (below) return t('levelsTitleBelow', { count: below });
    if (above) return t('levelsTitleAbove', { count: above });
    // Levels of which nothing can be read do not stand level with the others.
    const isRead = levels.some((level) => readingOf(level[measure]) === 'figure');
    return t(isRead ? 'levelsTitleEven' : 'levelsTitleUnread');
  };
  const rowOf = (level: ExemplarityLevel, others: Measured): DumbbellRow => {
    const own = level[measure];
    const reading = readingOf(own);
    const people = level.people ? t('people', { count: level.people.high, n: format.range(level.people) }) : undefined;
    return {
      key: level.key,
      name: nameOf(level),
      note: people && level.levels.length > 1 ? t('together', { people }) : people,
      brief: people,
      first: reading === 'figure' ? { value: own.value, low: own.low, high: own.high } : { value: null },
      second: { value: others.value, low: others.low, high: others.high },
      reason: reading === 'figure' ? undefined : reasonOf(own, reading),
    };
  };
  const reasonOf = ({ numerator, denominator }: Measured, reading: 'wide' | 'few') =>
    reading === 'wide' && numerator && denominator
      ? t(numerator.low === 0 ? 'tooWideBelow' : 'tooWide', {
          low: format.number(numerator.low),
          high: format.number(numerator.high),
          of: format.number(denominator.high),
        })
      : t('tooFew');
  const caption = ({ others, levels, levelsKnown }: Exemplarity) => {
    const why = !levelsKnown ? t('levelsUnknown') : levels.some(isWithoutLevel) ? t('levelsPartly') : null;
    const who = others?.people ? t('levelsCaption', { n: format.range(others.people) }) : null;
    return [who, why].filter((part) => part !== null).join(' ');
  };
  const drawn = ({ others, ...data }: Exemplarity) =>
    others ? rowsOf({ others, ...data }).map((level) => rowOf(level, others[measure])) : [];

  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('levelsWaiting')}
      subtitle={t(meanings[measure])}
      caption={caption}
      height={360}
      table={(data) => ({
        rows: rowsOf(data),
        rowKey: ({ key }: ExemplarityLevel) => key,
        columns: [
          { key: 'level', label: t('tableLevel'), value: (level: ExemplarityLevel) => nameOf(level) },
          {
            key: 'people',
            label: t('tablePeople'),
            numeric: true,
            value: ({ people }: ExemplarityLevel) => people && format.range(people),
          },
          ...measures.map((each) => ({
            key: each,
            share: true,
            label: t(each),
            numeric: true,
            value: (level: ExemplarityLevel) => {
              const { numerator, denominator } = level[each];
              if (readingOf(level[each]) !== 'figure' || !numerator || !denominator) return null;
              return format.people(numerator, denominator);
            },
            told: (level: ExemplarityLevel) => ({
              ...level[each],
              asOf: each === 'weekly' ? data.weeklyEnd : data.windowEnd,
            }),
          })),
        ],
      })}
      actions={
        <SegmentedControl
          aria-label={t('measure')}
          size="xs"
          value={measure}
          onChange={(value) => choose(measures.find((each) => each === value) ?? 'weekly')}
          data={measures.map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      {(data) => (
        // A level published in bands is its band as much as its middle: the picture always shows it.
        <ReadAt level="expert">
          <DumbbellChart
            label={title(data)}
            firstName={t('managers')}
            secondName={t('others')}
            valueText={(value) => format.percent(value)}
            rows={drawn(data)}
          />
        </ReadAt>
      )}
    </Panel>
  );
}
