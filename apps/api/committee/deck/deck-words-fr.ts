const many = (count: number, one: string, others: string) => `${count}\u00a0${count < 2 ? one : others}`;

export const french = {
  colon: '\u202f: ',
  pages: {
    where: '1. Où en est-on',
    waves: '2. Avance ou retard par vague',
    calls: '3. Sites à appeler',
    worked: '4. Ce qui a marché',
    decisions: '5. Décisions',
  },
  whole: 'toute l’organisation',
  invented: 'données fictives',
  unpublished: 'rien n’est encore publié',
  through: (day: string, isProvisional: boolean) =>
    `chiffres publiés, jusqu’au ${day}${isProvisional ? ' (provisoires)' : ''}`,
  committeeOf: (day: string) => `COPIL du ${day}`,
  definitions: 'Définitions',
  activated: 'Personnes activées',
  connection: 'Connexion sur 28 jours',
  slip: 'Écart au plan',
  slipDefinition:
    'Écart au plan\u202f: jours entre le jour où le plan atteignait la part activée d’aujourd’hui, et aujourd’hui\u202f; sous sept jours, à l’heure.',
  onTime: 'à l’heure',
  noPlan: 'aucun plan à comparer',
  activatedOf: (people: string, of: number) => `${people} activés sur ${of.toLocaleString('fr-FR')}`,
  asOf: (day: string) => `(au ${day})`,
  masked: 'regroupé',
  nobody: 'aucun effectif auquel le rapporter',
  curve: 'Personnes activées, en % des personnes prévues',
  curveEveryFourth: 'Personnes activées, en % des personnes prévues, une semaine sur quatre',
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
  barsDefinition:
    'Sans barre\u202f: ce dont aucune part ne se dit (regroupé, moins de 60 personnes, « presque tous »), et au-delà de huit vagues\u202f; le tableau le dit.',
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
  moreWaves: (count: number) => `et ${many(count, 'autre vague', 'autres vagues')}\u202f: page Déploiement`,
  site: 'Site',
  seen: 'Constat',
  toAsk: 'À demander',
  lastCall: 'Appelé',
  never: 'jamais',
  noCall: 'Aucun site n’est à appeler cette semaine.',
  moreCalls: (count: number) => `et ${many(count, 'autre', 'autres')}\u202f: page À relancer`,
  callBars: 'Réel et attendu, dernière semaine',
  activatedShort: 'activés',
  signedIn: (days: number) => `connectés, ${days}\u00a0j`,
  alertDefinition:
    'À appeler\u202f: deux semaines de suite sous ce que font les entités comparables au même moment\u202f; sous 60 personnes, dit en personnes et sans alerte automatique.',
  action: 'Action',
  day: 'Date',
  participants: 'Participants',
  effect: 'Effet',
  effects: 'Écart d’actifs par semaine avec les lieux sans action, en points',
  noAction: 'Aucune action n’a été menée.',
  moreActions: (count: number) => `et ${many(count, 'autre action', 'autres actions')}\u202f: page Animation`,
  effectDefinition:
    'Effet\u202f: changement de la part d’actifs par semaine là où l’action a eu lieu, quatre semaines avant et après, moins celui des autres lieux.',
  moved: (points: string, ends: string) => `${points} d’actifs (${ends})`,
  cannotTell: (ends: string) => `Impossible à dire\u202f: ${ends}`,
  noEffect: {
    everyone: () => 'Tout le monde était concerné\u202f: rien à comparer',
    too_early: () => 'Trop tôt\u202f: quatre semaines complètes sont nécessaires',
    too_few_people: () => 'Moins de 60 personnes\u202f: trop peu pour le dire',
    not_published: () => 'Lieu lu avec d’autres, ou semaines non publiées',
    few_controls: () => 'Trop peu de lieux comparables',
    shock: (shock: string) => `Événement exceptionnel pendant la période\u202f: ${shock}`,
    not_parallel: () => 'Ces lieux évoluaient déjà autrement avant l’action',
    not_held: () => 'À venir',
  },
  asked: 'Décisions demandées',
  figuresAsk: 'Aucune décision n’est inscrite\u202f; les chiffres en demandent',
  nothingAsked: 'Aucune décision n’est demandée.',
  became: 'Ce que sont devenues les décisions',
  becameSince: (day: string) => `Depuis le COPIL du ${day}`,
  nothingDecided: 'Rien n’a encore été décidé.',
  what: 'Quoi',
  who: 'Qui',
  by: 'Pour le',
  state: 'État',
  late: 'en retard',
  open: 'ouverte',
  settled: {
    done: (day: string) => `faite le ${day}`,
    dropped: (day: string) => `abandonnée le ${day}`,
  },
  gate: {
    go: (wave: string) => `${wave}\u202f: ouverture décidée`,
    postpone: (wave: string) => `${wave}\u202f: report décidé`,
    no_go: (wave: string) => `${wave}\u202f: ouverture refusée`,
  },
  decidedOn: (day: string) => `décidé le ${day}`,
  moreItems: (count: number) => `et ${many(count, 'autre', 'autres')}\u202f: page COPIL`,
  lateDefinition:
    'En retard\u202f: ouverte dont la date est passée. Noms et fonctions sont ceux que l’équipe projet a déclarés.',
};
