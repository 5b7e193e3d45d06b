import { useEffect, useState } from 'react';
import { type Comparison } from '#contract/comparison.js';

const rememberedAs = 'essor.compared';

/** What was put to a test and when it is read, whichever side was named first; null where nothing was. */
export function testedPair(organization: string, { series, indicator, window, align, latest }: Comparison) {
  if (!latest || latest.reach.p === null) return null;
  const days = [latest.first.weekEnd, latest.second.weekEnd];
  const sides = series.slice(0, 2).map(({ side }, place) => `${side}@${days[place]}`);
  return [organization, ...sides.sort(), indicator, window, align].join(' ');
}

/** The same with one more, each once. */
export const withPair = (known: readonly string[], pair: string | null): readonly string[] =>
  pair === null || known.includes(pair) ? known : [...known, pair];

function remembered(): readonly string[] {
  const text = sessionStorage.getItem(rememberedAs);
  return text ? text.split('\n') : [];
}

/** How many comparisons were tested in this tab, the one on screen included. */
export function useComparedPairs(organization: string, comparison: Comparison | undefined): number {
  const pair = comparison ? testedPair(organization, comparison) : null;
  const [known, setKnown] = useState(remembered);
  const all = withPair(known, pair);
  useEffect(() => {
    if (all === known) return;
    sessionStorage.setItem(rememberedAs, all.join('\n'));
    setKnown(all);
  }, [all, known]);
  return all.length;
}
