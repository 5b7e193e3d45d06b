export default {
  funnelTitle_zero: 'Sur cette mesure, aucune entité n’est signalée',
  funnelTitle_one: '{{count}} entité sur {{all}} est signalée sur cette mesure',
  funnelTitle_other: '{{count}} entités sur {{all}} sont signalées sur cette mesure',
  funnelNamed_below: 'En dessous : {{names}}.',
  funnelNamed_above: 'Au-dessus : {{names}}.',
  funnelOneDay:
    'Une entité signalée à une seule date est à regarder, pas à appeler : À relancer attend deux semaines de suite.',
  funnelSubtitle: 'Écarts selon la taille',
  funnelAxis: '{{title}}, selon le nombre de personnes de l’entité',
  funnelCaption:
    'Trait plein : moyenne {{target}}. Limites à 95 % (tirets) et 99,8 %. Sont signalées les entités retenues en admettant une fausse alerte sur dix : hors des tirets ne suffit pas.',
  funnelSpread: 'Les entités diffèrent environ {{times}} fois plus que le hasard : les limites en tiennent compte.',
  funnelHidden_one: '{{count}} entité ne publie pas ce taux à part.',
  funnelHidden_other: '{{count}} entités ne publient pas ce taux à part.',
  funnelWeek: 'Au {{day}}.',
  funnelStalled_one:
    'À relancer signale {{names}} pour une autre raison : semaine après semaine, on s’y connecte moins que dans les lieux comparables. Ici, chaque entité est comparée à toutes, à une seule date.',
  funnelStalled_other:
    'À relancer signale {{names}} pour une autre raison : semaine après semaine, on s’y connecte moins que dans les lieux comparables. Ici, chaque entité est comparée à toutes, à une seule date.',
  funnelRanges: 'Trait vertical : ce qui est publié laisse une plage trop large pour un point.',
  funnelRange: 'de {{low}} à {{high}}',
  funnelTooWide: 'plage trop large',
  funnelEntity: 'Entité',
  funnelPeople: 'Personnes',
  funnelRate: 'Taux',
  funnelShrunk: 'Taux ramené vers la moyenne',
  funnelStanding: 'Signalée',
  funnel_above: 'oui, au-dessus',
  funnel_below: 'oui, en dessous',
  funnel_within: 'non',
};
