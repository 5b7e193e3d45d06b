import type french from '../fr/held.js';

export default {
  title: 'Held: look before this file goes in',
  sums: 'Of {{known}} people known on {{day}}, {{left}} would leave ({{leftShare}}) and {{moved}} would change entity ({{movedShare}}); {{joined}} would join.',
  unreadable: 'Lines without a readable key may be about people who would leave.',
  hint: 'A part of an export looks like a wave of departures. Approve if these changes are real; refuse, and nothing goes in.',
  toHeld: 'See what it would change',
  wouldTitle: 'What this file would change',
  wouldPlaces: 'Entity by entity',
  wouldHint: 'A part of an export looks like a wave of departures. Nothing waits here: it was a trial.',
  place: 'Entity',
  left: 'Leaving',
  departed: 'Going elsewhere',
  arrived: 'Coming',
  joined: 'Joining',
  more_one: 'and {{n}} more entity',
  more_other: 'and {{n}} more entities',
  approve: 'Approve these changes',
  refuse: 'Refuse the file',
  snapshot: 'This file holds everybody',
  snapshotHint: 'Who is not in it has left, who is elsewhere has moved, from that day on.',
  snapshotDay: 'True on',
} satisfies Record<keyof typeof french, string>;
