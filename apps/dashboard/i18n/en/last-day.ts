import type french from '../fr/last-day.js';

export default {
  field: 'Last day (optional)',
  until: 'until {{day}}',
  soon_one: 'ends tomorrow, {{day}}',
  soon_other: 'ends in {{n}} days, on {{day}}',
  today: 'ends tonight',
  over: 'ended on {{day}}',
} satisfies Record<keyof typeof french, string>;
