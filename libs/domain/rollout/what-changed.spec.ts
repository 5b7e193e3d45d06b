import { say } from '../sentences/say.js';
import { acme, weekOf } from './testing/acme.js';
import { partsOf, whatChanged } from './what-changed.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const [since, now] = [weekOf(3), weekOf(7)];
const isItaly = (site: string) => site === 'rome' || site === 'milan';

test('the same people doing more is behaviour alone', () => {
  const board = acme((_, week) => ({ state: { activated: 100 }, during: { engaged: week < 5 ? 50 : 75 } }));
  expect(partsOf(board, 'K20', { since, now })).toEqual({
    apart: expect.closeTo(0, 10) as number,
    people: expect.closeTo(0, 10) as number,
    behaviour: expect.closeTo(0.1, 10) as number,
  });
  const told = whatChanged(board, since, now).map((one) => plain(say(one, 'fr')));
  expect(told.at(-1)).toBe('Taux d’engagement : en hausse de 10 points depuis le 31 janvier 2021 (usages +10 points).');
});

test('places that do unlike things share a change out, and the parts add up', () => {
  const board = acme((site, week) => ({
    ...{ state: { activated: 100 } },
    during: { engaged: isItaly(site) ? (week < 5 ? 20 : 100) : 100 },
  }));
  const parts = partsOf(board, 'K20', { since, now })!;
  expect(parts.behaviour + parts.people + parts.apart).toBeCloseTo(0.16, 10);
});

test('nothing is shared out where published ends leave the change open, or nothing changed', () => {
  const open = acme((_, week) => ({ during: { engaged: week < 5 ? [76, 104] : [68, 96] } }));
  expect(whatChanged(open, since, now).at(-1)?.key).toBe('changed.unclear');
  const same = acme(() => ({ during: { engaged: 100 } }));
  expect(whatChanged(same, since, now).at(-1)?.key).toBe('changed.stable');
});

test('a Sunday that is not on the board is compared with nothing', () => {
  const board = acme(() => ({ during: { engaged: 100 } }));
  expect(whatChanged(board, '2020-01-05', now)).toEqual([]);
  expect(whatChanged(board, now, now)).toEqual([]);
});
