import { type Texts, type Wording } from './wording.js';

type Count = { count: number };

export interface PlaceParams {
  'places.behind': Count & { ahead: number };
  'places.behind_only': Count;
  'places.none_surely': Count;
  'places.none_behind': Count;
  'places.all_on': Record<string, never>;
  'places.not_begun': Record<string, never>;
  'places.no_plan': Record<string, never>;
}

const lateFr = ({ count }: Count, w: Wording) =>
  w.plural(
    count,
    'Une entité est en retard sur son plan d’ouverture',
    `${w.number(count)} entités sont en retard sur leur plan d’ouverture`,
  );
const lateEn = ({ count }: Count, w: Wording) =>
  w.plural(count, 'One entity is behind its opening plan', `${w.number(count)} entities are behind their opening plan`);

/** Where the smallest published places stand against the plans of their waves. */
export const placeTexts: Texts<PlaceParams> = {
  'places.behind': {
    fr: (p, w) => `${lateFr(p, w)}, ${w.number(p.ahead)} ont pris de l’avance.`,
    en: (p, w) => `${lateEn(p, w)}, ${w.number(p.ahead)} are ahead.`,
  },
  'places.behind_only': {
    fr: (p, w) => `${lateFr(p, w)}.`,
    en: (p, w) => `${lateEn(p, w)}.`,
  },
  'places.none_surely': {
    fr: (p, w) =>
      `Aucune entité n’est en retard sur son plan à coup sûr ; pour ${w.number(p.count)}, ce qui est publié ne permet pas de le dire.`,
    en: (p, w) =>
      `No entity is behind its plan for certain; for ${w.number(p.count)}, what is published does not tell.`,
  },
  'places.none_behind': {
    fr: (p, w) =>
      `Aucune entité n’est en retard sur son plan ; ${w.plural(p.count, 'une a', `${w.number(p.count)} ont`)} pris de l’avance.`,
    en: (p, w) => `No entity is behind its plan; ${w.plural(p.count, 'one is', `${w.number(p.count)} are`)} ahead.`,
  },
  'places.all_on': {
    fr: () => 'Les entités ouvertes suivent leur plan.',
    en: () => 'Opened entities follow their plan.',
  },
  'places.not_begun': {
    fr: () => 'Aucune entité ne peut encore être comparée à son plan.',
    en: () => 'No entity can be compared with its plan yet.',
  },
  'places.no_plan': {
    fr: () => 'Aucune vague n’est déclarée : les entités se lisent sans plan.',
    en: () => 'No wave is declared: entities are read without a plan.',
  },
};
