import { type Annotation } from '#contract/organization.js';
import { planChart } from './plan-chart.js';

const sundays = ['2026-09-13', '2026-09-20', '2026-09-27', '2026-10-04'];
const curve = sundays.map((weekEnd) => ({
  ...{ weekEnd, plan: 0.5, actual: 0.4, low: 0.4, high: 0.4, numerator: null, denominator: null },
}));
const annotation = (day: string, name: string, kind: Annotation['kind'] = 'decision'): Annotation => ({
  ...{ day, kind, name },
  ...{ wave: null, entities: [] },
});
const marks = (annotations: readonly Annotation[]) =>
  planChart(curve, annotations, { language: 'fr', level: 'simple' })?.marks.map(({ label }) => label);

test('what was decided in one week has one number, and the key tells all of it', () => {
  const told = marks([
    annotation('2026-09-24', 'Relancer Lyon'),
    annotation('2026-09-24', 'Former les relais'),
    annotation('2026-09-26', 'Ouvrir Lille'),
    annotation('2026-09-28', 'Attendre'),
  ]);
  expect(told).toHaveLength(2);
  expect(told?.[0]).toMatch(/^24 sept.*Relancer Lyon\u202f; .*Former les relais\u202f; 26 sept.*Ouvrir Lille$/);
  expect(told?.[0]?.match(/24 sept/g)).toHaveLength(1);
});
