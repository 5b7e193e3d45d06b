import { text } from './item-text.js';

/** What is prepared and kept up: contents, people, support, method. */
export const practiceTexts = {
  content_plan: text(
    'Plan de contenus',
    'Content plan',
    'Que lira une personne qui arrive le premier jour ?',
    'What will somebody read who arrives on the first day?',
  ),
  launch_checklist: text(
    'Liste de lancement',
    'Launch checklist',
    'Que reste-t-il à faire avant d’ouvrir ?',
    'What is left to do before opening?',
  ),
  animators_named: text(
    'Animateurs nommés',
    'Community managers named',
    'Qui anime, groupe par groupe ?',
    'Who looks after each group?',
  ),
  animation_time_allotted: text(
    'Temps d’animation accordé',
    'Time set aside for it',
    'Combien d’heures par semaine l’animation a-t-elle ?',
    'How many hours a week are set aside for it?',
  ),
  regular_appointments: text(
    'Rendez-vous réguliers',
    'Regular appointments',
    'Quel rendez-vous revient chaque semaine ou chaque mois ?',
    'Which appointment comes back every week or month?',
  ),
  test_panel: text(
    'Panel de testeurs',
    'Test panel',
    'Qui essaie et commente avant les autres ?',
    'Who tries and comments before the others?',
  ),
  feedback_collected: text(
    'Attentes et plaintes recueillies',
    'Expectations and complaints collected',
    'Que demandent, et que regrettent, les personnes qui ne reviennent pas ?',
    'What do those who stay away ask for, and miss?',
  ),
  support_plan: text(
    'Plan d’accompagnement',
    'Support plan',
    'Quelles actions, pour qui, et à quelle date ?',
    'Which actions, for whom, and when?',
  ),
  faq: text(
    'Foire aux questions à jour',
    'Up-to-date questions and answers',
    'De quand date la foire aux questions ?',
    'How old are the questions and answers?',
  ),
  vendor_support: text(
    'Soutien de l’éditeur',
    'Support by the vendor',
    'Que fait l’éditeur pour le lancement ?',
    'What does the vendor do for the launch?',
  ),
  culture_assessed: text(
    'Contexte et culture évalués',
    'Context and culture assessed',
    'Comment travaille-t-on ici avec la hiérarchie et entre services ?',
    'How do people work here with their managers and across departments?',
  ),
  needs_assessed: text(
    'Besoins recueillis',
    'Needs assessed',
    'De quoi les équipes ont-elles besoin, d’après elles ?',
    'What do teams need, in their own words?',
  ),
  modules_planned: text(
    'Fonctions ouvertes par étapes',
    'Features opened step by step',
    'Par quelles fonctions commence-t-on ?',
    'Which features come first?',
  ),
  budget_and_people: text(
    'Budget et équipe',
    'Budget and people',
    'Quel budget, quelles personnes, jusqu’à quand ?',
    'What budget, which people, until when?',
  ),
  community_managers_two_levels: text(
    'Responsable et animateurs locaux',
    'A head and local community managers',
    'Qui soutient les animateurs locaux ?',
    'Who supports the local community managers?',
  ),
  interactivity_chosen: text(
    'Niveau d’interactivité choisi',
    'Level of interactivity chosen',
    'Lire, réagir, commenter ou publier : que veut-on ouvrir à tous ?',
    'Read, react, comment or post: what is to be open to all?',
  ),
  tool_signed_off: text(
    'Outil validé par communication, RH et DSI',
    'Tool agreed by communication, HR and IT',
    'Qui a validé le choix de l’outil ?',
    'Who agreed to the tool?',
  ),
  spaces_framed: text(
    'Espaces cadrés',
    'Spaces framed',
    'Quels espaces sont ouverts, et qui y contribue ?',
    'Which spaces are open, and who contributes to them?',
  ),
  ambassadors_upstream: text(
    'Ambassadeurs avant l’ouverture',
    'Ambassadors before the opening',
    'Qui était ambassadeur avant l’ouverture ?',
    'Who was an ambassador before the opening?',
  ),
  executives_convinced_in_person: text(
    'Dirigeants convaincus de vive voix',
    'Executives convinced in person',
    'Quels dirigeants ont été rencontrés un par un ?',
    'Which executives were met one by one?',
  ),
  network_is_central_brick: text(
    'Le réseau comme brique centrale',
    'The network as the central brick',
    'Où commence la journée de travail : ici ou ailleurs ?',
    'Where does the working day begin: here or elsewhere?',
  ),
  human_first: text(
    'L’humain avant l’outil',
    'People before the tool',
    'Combien de temps est allé aux personnes, et à l’outil ?',
    'How much time went to people, and to the tool?',
  ),
  co_construction: text(
    'Construit avec les utilisateurs',
    'Built with its users',
    'Qui, parmi les utilisateurs, a décidé de quelque chose ?',
    'Which users have decided on something?',
  ),
};
