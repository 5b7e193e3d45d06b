import { tellingFirst } from './telling-first.js';
import { type EntityRow } from './use-entity-rows.js';

const row = (measures: Record<string, 'value' | 'none' | 'masked'>) =>
  ({
    measures: Object.fromEntries(Object.entries(measures).map(([column, shown]) => [column, { shown }])),
  }) as unknown as Pick<EntityRow, 'measures'>;

it('puts what no place tells behind what one does, and leaves the order otherwise', () => {
  const rows = [
    row({ activation: 'none', connection: 'masked', engagement: 'value', ambassadors: 'none' }),
    row({ activation: 'none', connection: 'value', engagement: 'value' }),
  ];
  expect(tellingFirst(['activation', 'connection', 'engagement', 'ambassadors'], rows)).toEqual([
    ...['connection', 'engagement', 'activation', 'ambassadors'],
  ]);
  expect(tellingFirst(['activation', 'connection'], [])).toEqual(['activation', 'connection']);
});
