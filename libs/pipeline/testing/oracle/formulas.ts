import { exchangeFormulas } from './exchange-formulas.js';
import { lagFormulas } from './lag-formulas.js';
import { managerFormulas } from './manager-formulas.js';
import { rolloutFormulas } from './rollout-formulas.js';
import { type Formula } from './slice.js';
import { supportFormulas } from './support-formulas.js';
import { usageFormulas } from './usage-formulas.js';

/** Written from the dictionary of indicators, one line each. */
export const formulas: Record<string, Formula> = {
  ...rolloutFormulas,
  ...lagFormulas,
  ...usageFormulas,
  ...exchangeFormulas,
  ...managerFormulas,
  ...supportFormulas,
};

/** What another part of the oracle reckons, and why it has no line among the formulas. */
export const reckonedElsewhere: Readonly<Record<string, string>> = {
  K11: 'a number for each week of arrival and week since, not one of a slice: `retention.ts`',
};

/**
 * Told of what happened in a place, whoever is there now: what an entity without direct staff holds is published with one
 * below it.
 */
export const ofWhatHappened: readonly string[] = [
  ...['K05b', 'K25', 'K26', 'K26.reply', 'K30', 'K31', 'K31.ei', 'K31.ratio', 'K42.diffusion', 'K42.community'],
  ...['K42.network', 'K43', 'K43.ownerless', 'K44', 'K45', 'K02b', 'K10', 'K10.launch', 'K12b'],
  // Told of the whole: a wave that holds everybody is published as the whole, though an empty entity is in another.
  ...['K26b', 'K26b.working', 'K41', 'K52', 'K53', 'K54', 'K54.first', 'K54.index', 'K56', 'K90'],
];
