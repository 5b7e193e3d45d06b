import type french from '../fr/overview.js';

export default {
  nextOpening: 'Next: {{name}}, planned to open on {{day}}.',
  print: 'Print or PDF',
  activated: 'People activated',
  connection: '28-day connection',
  since: 'since {{day}}',
  attentionTitle: 'To decide',
  attentionFinding_one: '{{count}} point asks for a decision',
  attentionFinding_other: '{{count}} points ask for a decision',
  attentionNone: 'Nothing asks for a decision this week',
  attentionNoneDetail: 'No delay of a week, no fall in engagement, no opening without an ambassador.',
  attentionCaption: 'Three points at most, the gravest first.',
  attentionOpenWave: 'See the rollout',
  attentionOpenPlace: 'Open its page',
  wavesTitle: 'Where each {{wave}} stands',
  wavesSubtitle: 'People activated among the people planned; the mark is what the plan expected',
  wavesCaption: 'Lists of people also count in another row.',
  columnState: 'State',
  columnActivated: 'Activated',
  columnPlanned: 'Expected',
  columnPeople: 'People',
} satisfies Record<keyof typeof french, string>;
