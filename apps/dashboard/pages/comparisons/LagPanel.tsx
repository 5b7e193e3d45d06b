import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComparisonSeries } from '#contract/comparison.js';
import { LagKind, Lags } from '#contract/lags.js';
import { useReading } from '../../api/reading.js';
import { LagChart } from '../../charts/LagChart.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { useUnitWords } from './use-unit-words.js';

const height = 300;
const tiny = 0.001;

interface LagRow {
  side: string;
  at: number;
  value: number;
  low: number;
  high: number;
  atRisk: number;
}

/** How long it takes on both sides; only waves and places have a day from which to count. */
export function LagPanel({ series }: { series: readonly ComparisonSeries[] }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  // Until one is chosen, that which tells most of both sides.
  const [asked, setAsked] = useState<LagKind>();
  const sides = series.slice(0, 2);
  const keys = (of: string) => sides.filter((one) => one.kind === of).map(({ key }) => key);
  const [waves, places] = [keys('wave'), keys('entity')];
  const query = useReading('lags', Lags, {
    kind: asked,
    compare: waves.length > 0 ? waves : undefined,
    places: places.length > 0 ? places : undefined,
  });
  const kind = asked ?? query.data?.kind;
  const table = useLagTable();
  const wordsOf = useUnitWords();
  // Without sides that are known the answer is of the usual pair, which the page does not compare.
  if (sides.length < 2 || sides.some((side) => side.kind !== 'wave' && side.kind !== 'entity')) return null;
  const median = ({ sides: read, unit }: Lags) =>
    read
      .map(({ name, people, curve, reason }) =>
        curve === null
          ? t(`lagNone_${reason ?? 'unpublished'}`, { name, people: format.number(people) })
          : curve.median.value === null
            ? t('lagNotReached', { name })
            : t(`lagMedian_${unit}`, { name, n: format.number(Math.round(curve.median.value)) }),
      )
      .join(' · ');
  const test = (lags: Lags) => {
    const [first, second] = lags.sides.map(({ units }) => format.number(units));
    const words = { ...wordsOf({ unit: lags.dealt }), first: first ?? '', second: second ?? '' };
    const p = lags.test?.pOverUnits;
    if (p == null) return t('lagNoTest', words);
    return t('lagTest', { ...words, p: p < tiny ? t('testSmall') : t('testValue', { p: format.number(p, 3) }) });
  };
  return (
    <Panel
      query={query}
      title={median}
      waitingTitle={t('lagTitle')}
      subtitle={(lags) => t(`lagSubtitle_${lags.kind}`)}
      caption={(lags) => `${t('lagCaption')} ${test(lags)}`}
      height={height}
      table={table}
      empty={({ sides: read }) =>
        read.every(({ curve }) => curve === null) && <EmptyState title={t('noPoint')}>{t('lagNothing')}</EmptyState>
      }
      actions={
        <Select
          size="xs"
          aria-label={t('lagTitle')}
          allowDeselect={false}
          value={kind ?? null}
          onChange={(next) => setAsked(LagKind.parse(next))}
          data={LagKind.options.map((value) => ({ value, label: t(`lag_${value}`) }))}
          comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        />
      }
    >
      {(lags) => <LagChart label={median(lags)} unit={lags.unit} sides={lags.sides} height={height} />}
    </Panel>
  );
}

function useLagTable(): (lags: Lags) => TableOf<LagRow> {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const share = (key: 'value' | 'low' | 'high', label: string) => ({
    ...{ key, label, numeric: true, share: true, value: (row: LagRow) => row[key] },
    cell: (row: LagRow) => format.percent(row[key]),
  });
  return ({ sides, unit }) => ({
    columns: [
      { key: 'side', label: t('lagSide'), value: ({ side }) => side },
      { key: 'at', label: t(`lagAt_${unit}`), numeric: true, value: ({ at }) => at },
      share('value', t('lagShare')),
      share('low', t('lagLow')),
      share('high', t('lagHigh')),
      { key: 'atRisk', label: t('lagAtRisk'), numeric: true, value: ({ atRisk }) => Math.round(atRisk) },
    ],
    rows: sides.flatMap(({ name, curve }) => (curve?.points ?? []).map((point) => ({ side: name, ...point }))),
    rowKey: ({ side, at }) => `${side} ${at}`,
  });
}
