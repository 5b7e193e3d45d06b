export default {
  title: 'À découvrir en 5 minutes',
  finding:
    'Cinq questions qu’un projet de réseau social d’entreprise se pose, et ce que ces données inventées y répondent.',
  detail:
    'Chaque carte reprend la première phrase de la page qui l’explique. Une minute par page : la phrase, puis les chiffres, puis ce qui les montre.',
  late: 'Le déploiement tient-il son plan ?',
  lateLook: 'À regarder : la courbe contre le plan, puis la vague en retard, et ce qui demande une décision.',
  call: 'Quel site décroche, et depuis quand ?',
  callLook: 'À regarder : ce qui était attendu d’après les sites comparables, et la question à poser au téléphone.',
  pilot: 'Le déploiement fait-il aussi bien que le pilote ?',
  pilotLook: 'À regarder : les deux courbes alignées sur leur lancement, et pourquoi Essor refuse parfois de trancher.',
  managers: 'Les managers montrent-ils l’exemple ?',
  managersLook:
    'À regarder : chaque niveau à côté de ceux qui n’encadrent pas, et qui prend la parole à la place des autres.',
  works: 'Quelle action a changé quelque chose ?',
  worksLook:
    'À regarder : après quoi l’activité a monté plus qu’ailleurs, après quoi non, et ce dont on ne peut rien dire.',
};
