import { type Texts } from './wording.js';

export interface AnimationParams {
  'animation.none': Record<string, never>;
  /** `low`, `high`: 95 % interval of the effect, in shares; `places` where the action was held. */
  'animation.worked': { name: string; points: number; low: number; high: number; places: number; led: number };
  'animation.cannot_tell': { led: number; points: number };
  'animation.led': { led: number };
}

export const animationTexts: Texts<AnimationParams> = {
  'animation.none': {
    fr: () => 'Aucune action n’a été déclarée : rien ne dit encore ce qui marche.',
    en: () => 'No action was declared: nothing says yet what works.',
  },
  'animation.worked': {
    fr: (p, w) =>
      `Après « ${p.name} », la part d’actifs par semaine a évolué de ${w.points(p.points)} par rapport aux autres lieux (entre ${w.points(p.low)} et ${w.points(p.high)}), ${w.plural(p.places, 'dans un seul lieu : un indice, pas une preuve', `dans ${p.places} lieux`)}. ${w.number(p.led)} ${w.plural(p.led, 'action menée', 'actions menées')} en tout.`,
    en: (p, w) =>
      `After “${p.name}”, the weekly active share moved by ${w.points(p.points)} against other places (between ${w.points(p.low)} and ${w.points(p.high)}), ${w.plural(p.places, 'in a single place: a hint, not a proof', `in ${p.places} places`)}. ${w.number(p.led)} ${w.plural(p.led, 'action', 'actions')} led in all.`,
  },
  'animation.cannot_tell': {
    fr: (p, w) =>
      `Impossible de dire ce que les actions ont changé : il faudrait un effet d’au moins ${w.points(p.points)} pour le voir. ${w.number(p.led)} ${w.plural(p.led, 'action menée', 'actions menées')}.`,
    en: (p, w) =>
      `What the actions changed cannot be told: an effect of at least ${w.points(p.points)} would be needed to see it. ${w.number(p.led)} ${w.plural(p.led, 'action', 'actions')} led.`,
  },
  'animation.led': {
    fr: (p, w) =>
      `${w.number(p.led)} ${w.plural(p.led, 'action menée', 'actions menées')}, sans lieu à comparer : l’effet ne peut pas être isolé.`,
    en: (p, w) =>
      `${w.number(p.led)} ${w.plural(p.led, 'action', 'actions')} led, with no place to compare with: the effect cannot be isolated.`,
  },
};
