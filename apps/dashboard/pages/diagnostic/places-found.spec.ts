import { type DiagnosticPlaces } from '#contract/diagnostic.js';
import { aboveRed } from './places-found.js';

const place = (key: string, parent: string | null, lights: Record<string, string>, kind = 'cell') => ({
  ...{ key, parent, kind, lights },
});

test('the way to the places of an error is unfolded, whatever the places of another are', () => {
  const many = Array.from({ length: 13 }, (_, at) => place(`north${at}`, 'north', { E1: 'red' }));
  const found = (reds: number) =>
    aboveRed({
      errors: [],
      places: [
        place('all', null, {}, 'node'),
        place('north', 'all', { E1: 'red' }, 'node'),
        place('south', 'all', {}, 'node'),
        place('lyon', 'south', { E2: 'red' }),
        ...many.slice(0, reds),
      ],
    } as unknown as DiagnosticPlaces);
  expect(found(13)).toEqual(['south', 'all']);
  expect(found(12).toSorted()).toEqual(['all', 'north', 'south']);
});
