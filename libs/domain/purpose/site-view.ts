import { bandOf, type Interval } from '../mask/bands.js';

/** What is published of a count of people in one place. */
export interface SiteView {
  people: number;
  /** Null = nothing of its own: the place is read with others. */
  published: Interval | null;
}

/** Sizes of site that the page of privacy explains, and the share that took part in the example. */
export const explainedSites: readonly number[] = [12, 40, 400];
const exampleShare = 0.45;

/**
 * What the director of a site of so many people (whole, ≥ 0) is shown where `exampleShare` of them took part, with the
 * organisation's k and bands: the functions that publish decide (rules 4.1), nothing here is made up beside them.
 */
export function siteView(people: number, rules: { k: number; bands: boolean }): SiteView {
  if (people < rules.k) return { people, published: null };
  return { people, published: bandOf(Math.round(people * exampleShare), people, rules) };
}
