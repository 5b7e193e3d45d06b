import type french from '../fr/discover.js';

export default {
  title: 'Discover in 5 minutes',
  finding: 'Five questions that every enterprise social network project asks, and what these invented data answer.',
  detail:
    'Each card repeats the first sentence of the page that explains it. One minute a page: the sentence, then the figures, then what shows them.',
  late: 'Does the rollout keep to its plan?',
  lateLook: 'Worth a look: the curve against the plan, then the wave that is late, and what asks for a decision.',
  call: 'Which site falls behind, and since when?',
  callLook: 'Worth a look: what was to be expected from comparable sites, and the question to ask on the phone.',
  pilot: 'Does the rollout do as well as the pilot?',
  pilotLook: 'Worth a look: both curves aligned on their launch, and why Essor sometimes refuses to decide.',
  managers: 'Do managers lead by example?',
  managersLook: 'Worth a look: each level beside those who manage nobody, and who speaks in the place of others.',
  works: 'Which action changed something?',
  worksLook:
    'Worth a look: after what activity rose more than elsewhere, after what it did not, and what nothing can be said of.',
} satisfies Record<keyof typeof french, string>;
