import type french from '../fr/forecast.js';

export default {
  title: 'Forecast of the openings under way',
  subtitle: 'People activated, as % of people planned: measured, then expected',
  caption:
    'Band: eight chances in ten, from both ends of the last figure published. Curve fitted to the weeks published since each opening; it cannot tell what a reminder would change.',
  assumed: 'Not yet open, taken to follow its plan: {{names}}.',
  whole: 'The whole rollout, not drawn here:',
  expected: '{{name}}, expected',
  columnWave: '{{wave}}',
  columnCurve: 'Curve',
  columnMeasures: 'Measures',
  columnCeiling: 'Ceiling',
  columnReached: 'Target reached',
  columnCeilingLow: 'Ceiling, at least (eight chances in ten)',
  columnCeilingHigh: 'Ceiling, at most',
  columnAsOf: 'as of',
  columnBetween: 'Eight chances in ten',
  columnRise: 'From 5 to 95% of the ceiling',
  logistic: 'logistic',
  bass: 'Bass',
  tooEarly: 'too early',
  never: 'not within two years',
  between: '{{low}} – {{high}}',
  weeks_one: '{{count}} week',
  weeks_other: '{{count}} weeks',
  trend: 'Plain trend of the last four weeks, no forecast: {{points}} a week.',
} satisfies Record<keyof typeof french, string>;
