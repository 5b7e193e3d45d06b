const many = (count: number, one: string, others: string) => `${count}\u00a0${count < 2 ? one : others}`;

export const french = {
  colon: '\u202f: ',
  whole: 'toute l’organisation',
  invented: 'données fictives',
  unpublished: 'rien n’est encore publié',
  through: (day: string, isProvisional: boolean) =>
    `chiffres publiés, jusqu’au ${day}${isProvisional ? ' (provisoires)' : ''}`,
  definitions: 'Définitions',
  activated: 'Personnes activées',
  connection: 'Connexion sur 28 jours',
  slip: 'Écart au plan',
  slipDefinition:
    'Écart au plan\u202f: jours entre le jour où le plan atteignait la part activée d’aujourd’hui, et aujourd’hui\u202f; sous sept jours, à l’heure.',
  onTime: 'à l’heure',
  noPlan: 'aucun plan à comparer',
  activatedOf: (people: string, of: number) => `${people} activés sur ${of.toLocaleString('fr-FR')}`,
  asOf: (day: string) => `, au ${day}`,
  masked: 'regroupé',
  nobody: 'aucun effectif auquel le rapporter',
  curve: 'Personnes activées, en % des personnes prévues',
  actual: 'Réel',
  planned: 'Prévu',
  expected: 'Attendu',
  wave: 'Vague',
  plannedThen: 'Attendu',
  activatedNow: 'Activés',
  stands: 'Où elle en est',
  noWave: 'Aucune vague n’est déclarée.',
  bars: 'Activés et attendus, en % des personnes prévues',
  plannedDefinition: 'Attendu\u202f: ce que le plan déclaré demandait à la date du chiffre.',
  due: ({ judged, overdue, hidden }: { judged: number; overdue: number; hidden: number }) => {
    if (judged + hidden === 0) return 'Aucune vague ne devrait déjà avoir ouvert.';
    const beside =
      hidden === 0
        ? ''
        : `\u202f; ${many(hidden, 'autre, regroupée, ne se juge pas', 'autres, regroupées, ne se jugent pas')}`;
    if (judged === 0) return 'Ce qui est ouvert est regroupé\u202f: rien n’en est dit, pour ne désigner personne.';
    const found =
      overdue === 0
        ? 'aucune n’est en retard sur son plan'
        : many(overdue, 'est en retard sur son plan', 'sont en retard sur leur plan');
    return `Sur ${many(judged, 'vague qui devrait', 'vagues qui devraient')} avoir ouvert et que l’on peut juger, ${found}${beside}.`;
  },
};
