import { type Bilingual, type Note } from './indicator.js';

/** Why a number is what it is, for whoever reads it. */
export const noteTexts: Record<Note, Bilingual> = {
  base_invited: { fr: 'Parmi les personnes invitées.', en: 'Among the people invited.' },
  base_invited_bounds: {
    fr: 'Parmi les personnes invitées. Celles qui ne le sont pas ne sont pas publiées à part ici : certaines peuvent l’avoir fait, d’où deux bornes ; si aucune ne l’a fait, la plus haute est la bonne.',
    en: 'Among the people invited. Those who are not are not published apart here: some of them may have done it, hence two bounds; if none has, the higher one holds.',
  },
  base_opened: {
    fr: 'Aucune invitation connue : parmi les personnes des vagues ouvertes.',
    en: 'No invitation known: among the people of opened waves.',
  },
  base_headcount: {
    fr: 'Aucune invitation ni vague connue : parmi l’effectif présent.',
    en: 'No invitation nor wave known: among the people present.',
  },
  too_few_eligible: {
    fr: 'Trop peu de personnes concernées pour montrer un taux.',
    en: 'Too few people concerned to show a rate.',
  },
  see_level_above: {
    fr: 'Pas publié ici, pour ne désigner personne : voir le niveau supérieur.',
    en: 'Not published here, so that nobody is singled out: see the level above.',
  },
  not_published: {
    fr: 'Ce chiffre n’est pas publié ici, pour ne désigner personne.',
    en: 'This figure is not published here, so that nobody is singled out.',
  },
  source_without_replies: {
    fr: 'Non mesurable avec cette source : elle ne dit pas à quoi répondent les commentaires.',
    en: 'Not measurable with this source: it does not say what comments answer.',
  },
  source_without_owners: {
    fr: 'Non mesurable avec cette source : elle ne dit pas qui anime les groupes.',
    en: 'Not measurable with this source: it does not say who owns the groups.',
  },
  median_not_reached: {
    fr: 'Moins de la moitié à ce jour : le délai médian n’est pas atteint.',
    en: 'Less than half so far: the median time is not reached.',
  },
  not_computable: {
    fr: 'Non calculable : rien à quoi comparer.',
    en: 'Not computable: nothing to compare with.',
  },
  no_official_message: {
    fr: 'Aucun message officiel déclaré avec son identifiant dans le réseau n’est paru pendant cette période.',
    en: 'No official message declared with its id on the network appeared during this period.',
  },
  no_mandate: { fr: 'Aucun mandat d’ambassadeur n’est déclaré.', en: 'No mandate of an ambassador is declared.' },
  no_plan: { fr: 'Aucun plan à cette date.', en: 'No plan at this date.' },
  nobody_planned: {
    fr: 'Aucune vague ne prévoit personne ici à cette date.',
    en: 'No wave plans anybody here at this date.',
  },
  four_weeks: {
    fr: 'Moins de 12 semaines d’ancienneté : jugé sur 4 semaines, toutes actives.',
    en: 'Fewer than 12 weeks on the network: judged over 4 weeks, active in each.',
  },
  needs_targets: {
    fr: 'Non mesurable avec cette source : elle ne dit pas à qui s’adressent réponses et réactions.',
    en: 'Not measurable with this source: it does not say to whom replies and reactions are addressed.',
  },
  too_few_to_compare: {
    fr: 'Moins de 30 personnes : trop peu pour comparer leurs parts.',
    en: 'Fewer than 30 people: too few to compare their shares.',
  },
  source_without_creators: {
    fr: 'Non mesurable avec cette source : elle ne dit pas qui a créé les groupes.',
    en: 'Not measurable with this source: it does not say who created the groups.',
  },
  source_without_descriptions: {
    fr: 'Non mesurable avec cette source : elle ne dit pas si les groupes ont une description.',
    en: 'Not measurable with this source: it does not say whether groups have a description.',
  },
  source_without_launch: {
    fr: 'Non mesurable : aucun message de lancement n’est déclaré avec son identifiant dans le réseau.',
    en: 'Not measurable: no launch message is declared with its id on the network.',
  },
  source_without_groups: {
    fr: 'Non mesurable avec cette source : elle ne dit pas dans quel groupe les choses se passent.',
    en: 'Not measurable with this source: it does not say in which group things happen.',
  },
  source_without_logins: {
    fr: 'Non mesurable avec cette source : elle n’a encore transmis aucune connexion.',
    en: 'Not measurable with this source: it has not sent any sign-in so far.',
  },
  source_without_invitations: {
    fr: 'Non mesurable avec cette source : elle n’a encore transmis aucune invitation.',
    en: 'Not measurable with this source: it has not sent any invitation so far.',
  },
  source_without_resolutions: {
    fr: 'Non mesurable avec cette source : elle ne dit pas quand un sujet est résolu.',
    en: 'Not measurable with this source: it does not say when a thread is resolved.',
  },
  source_without_events: {
    fr: 'Non mesurable avec cette source : elle n’a encore transmis aucun des événements dont ce chiffre est fait.',
    en: 'Not measurable with this source: it has not sent any of the events that this figure is made of so far.',
  },
  interval_unknown: {
    fr: 'Trop peu de managers pour dire entre quelles bornes il se situe.',
    en: 'Too few managers to say between which ends it lies.',
  },
};

/** Whether a note tells why there is no figure, and not only who it would divide by. */
export const isWhy = (note: Note | undefined): note is Note => note !== undefined && !note.startsWith('base_');
