import { type GateRuleKey } from '../rollout/gate.js';
import { formatRange } from './number-text.js';
import { type People, type Wording } from './wording.js';

/** A rule of the gate that is not met, with its count and day; `of` 0 = declared, `threshold` 0 = none is set. */
type Unmet = People & { rule: string; by: string; threshold: number };

const unmet: Record<GateRuleKey, { fr: string; en: string }> = {
  sponsor: { fr: 'aucun sponsor n’est nommé', en: 'no sponsor is named' },
  communication: { fr: 'le plan de communication n’est pas prêt', en: 'the communication plan is not ready' },
  platform: {
    fr: 'les contenus ou la liste de lancement ne sont pas prêts',
    en: 'contents or launch checklist are not ready',
  },
  ambassadors: { fr: 'trop peu d’ambassadeurs', en: 'too few ambassadors' },
  activation: {
    fr: 'trop peu d’invités de l’ouverture précédente activés en 14 jours',
    en: 'too few people invited at the opening before activated within 14 days',
  },
  habit: {
    fr: 'l’usage régulier de l’ouverture précédente baisse deux semaines de suite',
    en: 'regular use at the opening before goes down two weeks running',
  },
};

const nameOf = (rule: string, language: 'fr' | 'en'): string => unmet[rule as GateRuleKey]?.[language] ?? rule;

/** What speaks against an opening: the rule, how many of how many, by which day, and what is asked for. */
export function gateFr({ rule, low, high, of, by, threshold }: Unmet, w: Wording): string {
  if (of === 0) return nameOf(rule, 'fr');
  const limit = threshold > 0 ? `, il en faut au moins ${w.percent(threshold)}` : '';
  return `${nameOf(rule, 'fr')} (${formatRange(low, high, 'fr')} sur ${w.number(of)} au ${w.day(by)}${limit})`;
}

export function gateEn({ rule, low, high, of, by, threshold }: Unmet, w: Wording): string {
  if (of === 0) return nameOf(rule, 'en');
  const limit = threshold > 0 ? `, at least ${w.percent(threshold)} asked for` : '';
  return `${nameOf(rule, 'en')} (${formatRange(low, high, 'en')} of ${w.number(of)} by ${w.day(by)}${limit})`;
}
