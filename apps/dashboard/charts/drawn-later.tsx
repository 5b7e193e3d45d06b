import { Skeleton } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';

/** A chart whose drawing library is fetched when the first one is shown: sentence, numbers and tables do not wait for it. */
function drawnLater<Props extends { height?: number }>(chart: () => Promise<ComponentType<Props>>) {
  const Chart = lazy(async () => ({ default: await chart() }));
  return function DrawnLater(props: Props) {
    return (
      <Suspense fallback={<Skeleton height={props.height ?? 300} radius="md" />}>
        <Chart {...props} />
      </Suspense>
    );
  };
}

export const LinePlot = drawnLater(async () => (await import('./LinePlot.js')).LinePlot);
export const StackedShares = drawnLater(async () => (await import('./StackedShares.js')).StackedShares);
export const FunnelPlotChart = drawnLater(async () => (await import('./FunnelPlotChart.js')).FunnelPlotChart);
