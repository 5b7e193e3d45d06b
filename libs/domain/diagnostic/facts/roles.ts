import { type GovernanceItem } from '../../declared/governance.js';
import { governanceTexts } from '../../declared/governance-texts.js';
import { type Bilingual } from '../../indicators/indicator.js';
import { type Finding, type ScopeFacts } from '../finding.js';
import { better, type Light } from '../light.js';
import { saidOf, type Signal, silent, stateLight } from '../signal.js';

interface InOffice {
  figures: Record<string, number>;
  light: Light;
}

/**
 * An item that a record (terms of office, a plan of appointments) may show as well as the checklist: either is enough.
 * Where the record shows more, what the checklist says is out of date and is not repeated.
 */
export function itemOrTerms(
  item: GovernanceItem,
  inOffice: (facts: ScopeFacts) => InOffice | null,
  told: (figures: Finding['figures']) => Bilingual,
): Signal {
  const { title, question } = governanceTexts[item];
  return {
    ...{ key: item, origin: 'declared', item, title, ask: question, told },
    read: (facts) => {
      const said = facts.item(item);
      const found = inOffice(facts);
      if (!found) return saidOf(said) ?? silent('not_said');
      const own = stateLight(said?.state ?? null);
      const light = better(own, found.light);
      return { ...((own === light && saidOf(said)) || { day: facts.day }), figures: found.figures, light };
    },
  };
}

/** Who sponsors a part of the scope, or more than it, sponsors it. */
export const sponsorNamed = itemOrTerms(
  'sponsor_named',
  ({ sponsors }) => (sponsors === null ? null : { figures: { sponsors }, light: sponsors > 0 ? 'green' : 'red' }),
  ({ sponsors }) => ({ fr: `${sponsors} en mission`, en: `${sponsors} in office` }),
);

/** A head of communities and animators close to the groups (Voirin). */
export const communityCascade = itemOrTerms(
  'community_managers_two_levels',
  ({ communityManagers }) => {
    if (!communityManagers) return null;
    const { whole, local } = communityManagers;
    return { figures: { whole, local }, light: whole > 0 && local > 0 ? 'green' : 'amber' };
  },
  ({ whole, local }) => ({
    fr: `${whole} pour l’ensemble, ${local} sur place`,
    en: `${whole} for the whole, ${local} on site`,
  }),
);

/** Ambassadors whose mission began before the opening. */
export const earlyAmbassadors = itemOrTerms(
  'ambassadors_upstream',
  ({ earlyAmbassadors: early }) => (early === null ? null : { figures: { early }, light: early > 0 ? 'green' : 'red' }),
  ({ early }) => ({ fr: `${early} avant l’ouverture`, en: `${early} before the opening` }),
);
