import { type Bilingual } from './indicator.js';
import { type Attribute } from './measurable.js';

/** What a source tells beside the kinds of its events, in the words of a screen. */
export const attributeTexts: Record<Attribute, Bilingual> = {
  target: { fr: 'à qui s’adressent réponses et réactions', en: 'to whom replies and reactions are addressed' },
  parent: { fr: 'à quoi répondent les commentaires', en: 'what comments answer' },
  group: { fr: 'le groupe où les choses se passent', en: 'the group in which things happen' },
  group_creator: { fr: 'qui a créé les groupes', en: 'who created the groups' },
  group_owner: { fr: 'qui anime les groupes', en: 'who owns the groups' },
  launch_message: { fr: 'quelle publication est le message de lancement', en: 'which post is the launch message' },
  group_description: { fr: 'si les groupes ont une description', en: 'whether groups have a description' },
};
