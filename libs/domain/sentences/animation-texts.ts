import { type Texts } from './wording.js';

export interface AnimationParams {
  'animation.none': Record<string, never>;
  /** `low`, `high`: 95 % interval of the effect, in shares; `places` where the action was held. */
  'animation.worked': { name: string; points: number; low: number; high: number; places: number; led: number };
  /** `name`: the one of the `judged` actions in which the smallest effect would be seen. */
  'animation.cannot_tell': { led: number; judged: number; points: number; name: string };
  /** No effect on any of the `judged` would be seen, whatever its size. */
  'animation.open': { led: number; judged: number };
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
      `Impossible de dire ce que les actions ont changé : ${w.number(p.judged)} ${w.plural(p.judged, 'seule peut être comparée', 'peuvent être comparées')}, sur ${w.number(p.led)} ${w.plural(p.led, 'menée', 'menées')}. Pour « ${p.name} », un effet ne se verrait qu’à partir de ${w.points(p.points)}.`,
    en: (p, w) =>
      `What the actions changed cannot be told: ${w.number(p.judged)} of ${w.number(p.led)} led can be compared. For “${p.name}” an effect would only be seen from ${w.points(p.points)} on.`,
  },
  'animation.open': {
    fr: (p, w) =>
      `Impossible de dire ce que les actions ont changé : ${w.number(p.judged)} ${w.plural(p.judged, 'seule peut être comparée', 'peuvent être comparées')}, sur ${w.number(p.led)} ${w.plural(p.led, 'menée', 'menées')}, et ce qui est publié de ${w.plural(p.judged, 'ses', 'leurs')} lieux laisse tout ouvert.`,
    en: (p, w) =>
      `What the actions changed cannot be told: ${w.number(p.judged)} of ${w.number(p.led)} led can be compared, and what is published of ${w.plural(p.judged, 'its', 'their')} places leaves everything open.`,
  },
  'animation.led': {
    fr: (p, w) =>
      `${w.number(p.led)} ${w.plural(p.led, 'action menée', 'actions menées')}, sans lieu à comparer : l’effet ne peut pas être isolé.`,
    en: (p, w) =>
      `${w.number(p.led)} ${w.plural(p.led, 'action', 'actions')} led, with no place to compare with: the effect cannot be isolated.`,
  },
};
