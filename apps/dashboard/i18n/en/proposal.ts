import type french from '../fr/proposal.js';

export default {
  title_one: '{{n}} account of the network says where its holder works',
  title_other: '{{n}} accounts of the network say where their holders work',
  waiting: 'A tree of entities from the network’s accounts',
  subtitle: 'Location > department, as the network’s own export says it; no directory was handed in yet',
  place: 'Entity',
  people: 'Accounts',
  more_one: 'Show {{n}} more entity',
  more_other: 'Show {{n}} more entities',
  fewer: 'Show fewer',
  others_one: '{{n}} smaller entity',
  others_other: '{{n}} smaller entities, together',
  hint: 'Taken over, these accounts have an entity, and figures can be read place by place; who manages stays unknown. The first file of people replaces all of it, but weeks that were published keep these places: if the HR file is at hand, hand it in instead. The file can also be completed (is_manager) and handed in as People.',
  adopt: 'Take this tree over',
  download: 'Download the file',
  forgetAsk: 'The proposal goes; only a new export of the network would make it again.',
  forgetYes: 'Discard it',
  forget: 'No, thank you',
} satisfies Record<keyof typeof french, string>;
