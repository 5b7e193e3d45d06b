import type french from '../fr/funnel-plot.js';

export default {
  funnelTitle_zero: 'By this measure no entity is flagged',
  funnelTitle_one: '{{count}} entity of {{all}} is flagged by this measure',
  funnelTitle_other: '{{count}} entities of {{all}} are flagged by this measure',
  funnelNamed_below: 'Below: {{names}}.',
  funnelNamed_above: 'Above: {{names}}.',
  funnelOneDay:
    'An entity flagged on one day is worth a look, not yet a call: To follow up waits for two weeks running.',
  funnelSubtitle: 'Gaps by size',
  funnelAxis: '{{title}}, by the number of people of the entity',
  funnelCaption:
    'Line: mean {{target}}. Limits at 95% (dashed) and 99.8%. Flagged are the entities kept when one false alarm in ten is accepted: beyond the dashes is not enough.',
  funnelSpread: 'Entities differ about {{times}} times as much as chance: the limits allow for it.',
  funnelHidden_one: '{{count}} entity does not publish this rate alone.',
  funnelHidden_other: '{{count}} entities do not publish this rate alone.',
  funnelWeek: 'As of {{day}}.',
  funnelStalled_one:
    'To follow up names {{names}} for another reason: week after week, fewer people sign in there than in comparable places. Here every entity is compared with all, on one day.',
  funnelStalled_other:
    'To follow up names {{names}} for another reason: week after week, fewer people sign in there than in comparable places. Here every entity is compared with all, on one day.',
  funnelRanges: 'Vertical line: what is published leaves too wide a range for a point.',
  funnelRange: '{{low}} to {{high}}',
  funnelTooWide: 'range too wide',
  funnelEntity: 'Entity',
  funnelPeople: 'People',
  funnelRate: 'Rate',
  funnelShrunk: 'Rate drawn to the mean',
  funnelStanding: 'Flagged',
  funnel_above: 'yes, above',
  funnel_below: 'yes, below',
  funnel_within: 'no',
} satisfies Record<keyof typeof french, string>;
