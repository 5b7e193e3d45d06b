import { type Annotation } from '#contract/organization.js';
import { annotationsOf, shortened } from './annotation-marks.js';

const mark = (kind: Annotation['kind'], name: string, rest: Partial<Annotation> = {}): Annotation => ({
  ...{ day: '2026-06-01', kind, name, wave: null, entities: [] },
  ...rest,
});
const all = [
  mark('wave_opened', 'Asia', { wave: 'asia' }),
  mark('wave_closed', 'Asia', { wave: 'asia' }),
  mark('shock', 'Lockdown'),
  mark('action', 'Webinar', { entities: ['lyon'] }),
  mark('wave_go', 'Asia', { wave: 'asia' }),
  mark('decision', 'Open Lyon'),
];
const names = (place?: { wave: string | null; entity: string | null }) =>
  annotationsOf(all, place).map(({ name }) => name);

test('every chart shows openings, actions, events and decisions; the chart of a place only what holds for it', () => {
  expect(names()).toEqual(['Asia', 'Lockdown', 'Webinar', 'Asia', 'Open Lyon']);
  expect(names({ wave: 'asia', entity: 'tokyo' })).toEqual(['Asia', 'Lockdown', 'Asia', 'Open Lyon']);
  expect(names({ wave: null, entity: 'lyon' })).toEqual(['Lockdown', 'Webinar', 'Open Lyon']);
});

test('a long decision is told by its beginning, at a word', () => {
  expect(shortened('Open Lyon')).toBe('Open Lyon');
  const long = shortened('Open the sites of the south in spring '.repeat(9));
  expect(long).toMatch(/^Open the sites.*\w…$/);
  expect(long.length).toBeLessThanOrEqual(90);
  expect(shortened('a'.repeat(200)).length).toBe(90);
});
