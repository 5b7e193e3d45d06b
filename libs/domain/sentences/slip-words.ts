import { type Language } from './language.js';
import { formatRange } from './number-text.js';
import { wordings } from './wording.js';

/** Days behind the plan at both ends of what is published; negative = ahead. */
export interface SlipEnds {
  from: number;
  to: number;
}

/** « 150 à 170 jours de retard », « 6 jours d’avance », « de 20 jours d’avance à 3 jours de retard ». */
export function slipWords({ from, to }: SlipEnds, language: Language): string {
  if (from === 0 && to === 0) return language === 'fr' ? 'aucun jour d’écart' : 'no day apart';
  if (from < 0 && to > 0) {
    const [ahead, behind] = [slipWords({ from, to: from }, language), slipWords({ from: to, to }, language)];
    return language === 'fr' ? `de ${ahead} à ${behind}` : `from ${ahead} to ${behind}`;
  }
  const [few, many] = [Math.abs(from), Math.abs(to)].sort((a, b) => a - b) as [number, number];
  const { plural } = wordings[language];
  const isBehind = to > 0;
  if (language === 'fr')
    return `${formatRange(few, many, 'fr')} ${plural(many, 'jour', 'jours')} ${isBehind ? 'de retard' : 'd’avance'}`;
  return `${formatRange(few, many, 'en')} ${plural(many, 'day', 'days')} ${isBehind ? 'behind' : 'ahead'}`;
}
