import { text } from './item-text.js';

/** What is decided before anything opens: vision, sponsor, managers, communication, rules. */
export const directionTexts = {
  vision_problems: text(
    'Problèmes à résoudre écrits',
    'Problems to solve, written down',
    'À quels problèmes le réseau doit-il répondre ?',
    'Which problems is the network to solve?',
  ),
  vision_uses: text(
    'Usages attendus écrits',
    'Expected uses, written down',
    'Quels usages en attend-on, en une phrase chacun ?',
    'Which uses are expected, in one sentence each?',
  ),
  vision_audience: text(
    'Public visé écrit',
    'Audience, written down',
    'À qui le réseau s’adresse-t-il d’abord ?',
    'Whom is the network for, first of all?',
  ),
  objectives_dated: text(
    'Objectifs chiffrés et datés',
    'Goals with numbers and dates',
    'Quels objectifs, avec quel chiffre et à quelle date ?',
    'Which goals, with what number and by when?',
  ),
  sponsor_named: text(
    'Sponsor nommé',
    'Sponsor named',
    'Qui porte le projet à la direction ?',
    'Who carries the project in the executive team?',
  ),
  sponsor_launch_speech: text(
    'Prise de parole du sponsor au lancement',
    'Sponsor’s speech at the launch',
    'Le sponsor a-t-il parlé au lancement, et où ?',
    'Did the sponsor speak at the launch, and where?',
  ),
  managers_objectives: text(
    'Managers avec un objectif',
    'Managers with a goal',
    'Les managers ont-ils un objectif collectif lié au réseau ?',
    'Do managers share a goal about the network?',
  ),
  other_tools_stopped: text(
    'Outils concurrents arrêtés',
    'Competing tools stopped',
    'Quels outils servent encore au même usage, surtout chez les managers ?',
    'Which tools still serve the same purpose, managers first?',
  ),
  communication_plan: text(
    'Plan de communication',
    'Communication plan',
    'Qui annonce l’ouverture, par quel canal, et quand ?',
    'Who announces the opening, through which channel, and when?',
  ),
  parties_involved: text(
    'DSI, RH, communication et direction associées',
    'IT, HR, communication and management involved',
    'Qui manque encore autour de la table ?',
    'Who is still missing at the table?',
  ),
  integrations_listed: text(
    'Applications connectées listées',
    'Connected applications listed',
    'Quelles applications métier sont reliées au réseau ?',
    'Which business tools are linked to the network?',
  ),
  processes_moved: text(
    'Processus passés sur le réseau',
    'Processes moved to the network',
    'Quel formulaire ou quelle réunion le réseau a-t-il remplacé ?',
    'Which form or which meeting has the network replaced?',
  ),
  charter: text(
    'Charte d’utilisation',
    'Charter of use',
    'La charte existe-t-elle, et où la lit-on ?',
    'Is there a charter, and where is it read?',
  ),
  editorial_charter: text(
    'Charte éditoriale',
    'Editorial charter',
    'Qui a écrit la charte éditoriale, et pour qui ?',
    'Who wrote the editorial charter, and for whom?',
  ),
  publication_rules: text(
    'Qui peut publier quoi',
    'Who may publish what',
    'Qui peut publier, où, et qui valide ?',
    'Who may publish, where, and who approves?',
  ),
  moderators_named: text(
    'Modérateurs nommés',
    'Moderators named',
    'Qui modère, et en combien de temps ?',
    'Who moderates, and how fast?',
  ),
  place_beside_mail_and_chat: text(
    'Place à côté du mail et de la messagerie',
    'Place beside mail and chat',
    'Que fait-on sur le réseau, par mail, par messagerie ?',
    'What goes on the network, in mail, in chat?',
  ),
};
