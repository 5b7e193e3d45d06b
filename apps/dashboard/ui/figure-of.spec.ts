import { isSteerable } from './figure-of.js';

const nodes = [
  { key: 'essor', entity: 'essor' },
  { key: 'lyon', entity: 'lyon' },
  { key: 'essor/direct', entity: null },
  { key: 'essor/rest', entity: null },
];

test('the whole, waves and entities may be given a target and a note, places read together may not', () => {
  expect(['', 'pilot', 'lyon'].map((scope) => isSteerable(scope, nodes))).toEqual([true, true, true]);
  expect(['essor/direct', 'essor/rest'].map((scope) => isSteerable(scope, nodes))).toEqual([false, false]);
});
