export default {
  compareWith: 'Comparer avec…',
  previous: 'Période précédente',
  plan: 'Le plan',
  thePlan: 'le plan',
  than: 'face à {{name}} ({{value}})',
  beside: 'pour {{name}}',
  untold: 'rien de publié',
  earlier_one: 'Une semaine plus tôt',
  earlier_other: '{{count}} semaines plus tôt',
};
