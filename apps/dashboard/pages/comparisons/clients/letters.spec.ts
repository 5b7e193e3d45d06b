import { type Client, type Clients } from '#contract/clients.js';
import { lettersOf, textWith, withLetters } from './letters.js';

const slugOf = (name: string) => name.toLowerCase().replace(' ', '-');
const client = (name: string): Client => ({
  ...{
    slug: slugOf(name),
    name,
    class: 'personal',
    k: 10,
    bands: true,
    untold: 'role',
    series: null,
    freshness: null,
  },
});
const series = (name: string) => ({
  ...{ side: `organisation:${slugOf(name)}`, kind: 'organisation' as const, key: slugOf(name), name },
  ...{ place: null, position: -1, launch: null, sites: 2, mixed: [], points: [] },
});
const sentence = { key: 'comparison.refused_shock', params: { first: 'Vinci', secondEn: 'Vinci Sud', shock: 'Fire' } };
const answer: Clients = {
  ...{
    indicator: 'K20',
    window: 28,
    clients: [{ ...client('Vinci Sud'), series: series('Vinci Sud') }, client('Vinci')],
  },
  compared: {
    ...{ indicator: 'K20', window: 28, align: 'launch', freshness: null, latest: null, change: null },
    ...{ series: [series('Vinci'), series('Vinci Sud')], observed: sentence, reach: sentence, settle: sentence },
  },
};

test('letters follow the order of the answer, past Z too', () => {
  const letters = lettersOf(
    Array.from({ length: 28 }, (_, place) => client(`n${place}`)),
    'Client',
  );
  expect(['n0', 'n1', 'n25', 'n26', 'n27'].map((name) => letters.get(name))).toEqual([
    ...['Client A', 'Client B', 'Client Z', 'Client AA', 'Client AB'],
  ]);
});

test('no name, and nothing that an organisation called by its own words, leaves the page', () => {
  const left = withLetters(answer, 'Client', 'an event');
  expect(left.clients.map(({ name, series: own }) => [name, own?.name])).toEqual([
    ['Client A', 'Client A'],
    ['Client B', undefined],
  ]);
  expect(left.compared?.series.map(({ name }) => name)).toEqual(['Client B', 'Client A']);
  expect(left.compared?.reach.params).toEqual({ first: 'Client B', secondEn: 'Client A', shock: 'an event' });
  expect(JSON.stringify(left)).not.toMatch(/vinci|fire/i);
});

test('a copied text has whole names replaced, the longer one first', () => {
  const letters = lettersOf(answer.clients, 'Client');
  expect(textWith('Vinci Sud\t42 %\nVinci\t40 % (Vincinord)', letters)).toBe(
    'Client A\t42 %\nClient B\t40 % (Vincinord)',
  );
  expect(textWith('A.B (Paris)', lettersOf([client('A.B (Paris)')], 'Client'))).toBe('Client A');
});
