import { type Annotation } from '#contract/organization.js';
import { annotationsOf } from './annotation-marks.js';

const mark = (kind: Annotation['kind'], name: string, rest: Partial<Annotation> = {}): Annotation => ({
  ...{ day: '2026-06-01', kind, name, wave: null, entities: [] },
  ...rest,
});
const all = [
  mark('wave_opened', 'Asia', { wave: 'asia' }),
  mark('wave_closed', 'Asia', { wave: 'asia' }),
  mark('shock', 'Lockdown'),
  mark('action', 'Webinar', { entities: ['lyon'] }),
];
const names = (place?: { wave: string | null; entity: string | null }) =>
  annotationsOf(all, place).map(({ name }) => name);

test('every chart shows openings, actions and events; the chart of a place only what holds for it', () => {
  expect(names()).toEqual(['Asia', 'Lockdown', 'Webinar']);
  expect(names({ wave: 'asia', entity: 'tokyo' })).toEqual(['Asia', 'Lockdown']);
  expect(names({ wave: null, entity: 'lyon' })).toEqual(['Lockdown', 'Webinar']);
});
