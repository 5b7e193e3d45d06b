import { type SurveyShare } from '#contract/animation.js';
import { type Told } from '../../ui/table-of.js';

/** The weighted share leaves with the people who answered: its effective n counts nobody. */
export const toldWeighted = ({ weighted, share: { n, around, denominator }, askedOn }: SurveyShare): Told | null =>
  weighted && {
    ...{ value: weighted.value, low: weighted.low, high: weighted.high, isChance: true },
    ...{ n, around: around ?? denominator ?? undefined, asOf: askedOn },
  };

/** Between two editions that others answered, no single number of people stands behind a change. */
export const toldChange = ({ change, askedOn }: SurveyShare): Told | null =>
  change && {
    ...{ ...change.difference, isChance: true },
    ...{ n: change.paired ? Math.round(change.n[0] ?? 0) : null, asOf: askedOn },
  };
