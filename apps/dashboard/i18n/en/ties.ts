import type french from '../fr/ties.js';

export default {
  waiting: 'Who exchanges with whom',
  titleClosed: 'People mostly answer their own: {{value}} across entities, {{expected}} expected by chance',
  titleOpen: 'Exchanges cross boundaries: {{value}} across entities, {{expected}} expected by chance',
  subtitle: 'Replies, reactions and mentions over 91 days, from the row to the column; 1 = as chance would have it',
  caption:
    'Places of at least 200 people; a pair in which too few people have part is not shown. Two-way relationships: {{twoWay}}. E-I index: {{ei}}.',
  influence:
    '{{title}}: the tenth most answered person has {{risk}} less than the first (n = {{people}}, up to {{day}}).',
  empty: 'Exchanges are not counted',
  emptyDetail: 'No source says to whom an answer goes, or no place of 200 people has enough of them.',
  off: 'Ties between entities are off',
  from: 'From',
  to: 'To',
  joined: 'Others, {{name}}',
  interactions: 'Interactions',
  ratio: 'Against chance',
  hidden: 'Too few people',
  cell: '{{from}} to {{to}}: {{n}} interactions',
} satisfies Record<keyof typeof french, string>;
