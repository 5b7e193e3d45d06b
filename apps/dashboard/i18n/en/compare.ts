export default {
  compareWith: 'Compare with…',
  previous: 'Previous period',
  plan: 'The plan',
  thePlan: 'the plan',
  than: 'against {{name}} ({{value}})',
  beside: 'for {{name}}',
  untold: 'nothing published',
  earlier_one: 'A week earlier',
  earlier_other: '{{count}} weeks earlier',
};
