export default {
  waiting: 'Qui échange avec qui',
  titleClosed: 'On échange surtout chez soi : {{value}} entre entités, {{expected}} attendus au hasard',
  titleOpen: 'Les échanges passent les frontières : {{value}} entre entités, {{expected}} attendus au hasard',
  subtitle:
    'Réponses, réactions et mentions sur 91 jours, du lieu en ligne vers le lieu en colonne ; 1 = autant que le hasard',
  caption:
    'Lieux d’au moins 200 personnes ; une paire où trop peu de personnes ont part n’est pas montrée. Relations réciproques : {{twoWay}}. Indice E-I : {{ei}}.',
  influence:
    '{{title}} : la dixième personne la plus écoutée a {{risk}} de moins que la première (n = {{people}}, au {{day}}).',
  empty: 'Les échanges ne sont pas comptés',
  emptyDetail: 'Aucune source ne dit à qui s’adresse une réponse, ou aucun lieu de 200 personnes n’en a assez.',
  off: 'Liens entre entités éteints',
  from: 'De',
  to: 'Vers',
  joined: 'Autres, {{name}}',
  interactions: 'Interactions',
  ratio: 'Contre le hasard',
  hidden: 'Trop peu de personnes',
  cell: '{{from}} vers {{to}} : {{n}} interactions',
};
