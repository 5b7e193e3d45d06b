import { type FollowedEntity } from '#contract/follow-up.js';
import { type Measured } from '#contract/published.js';
import { csvOf } from '../../ui/csv.js';
import { toldSignedIn } from './signed-in.js';

const week = '2026-10-25';
const entity = (signedIn: Partial<Measured>) => ({ headcount: 14, against: 'plan', signedIn }) as FollowedEntity;
const told = { shown: 'value', value: 8, low: 6, high: 10, n: null, numerator: { low: 6, high: 10 } } as const;
const hidden = { shown: 'masked', value: null, numerator: null, note: 'not_published' } as const;
const column = {
  ...{ key: 'signed', label: 'Connectés sur 7 jours', value: () => null },
  told: (one: FollowedEntity) => toldSignedIn(one, week),
};
const csv = (rows: FollowedEntity[]) =>
  csvOf({ columns: [column], rows, rowKey: () => '' }, 'fr')
    .slice(1)
    .trim()
    .split('\r\n');

it('leaves the page with its ends, its people and its day, and says that its middle is one', () => {
  const name = 'Connectés sur 7 jours';
  expect(csv([entity(told), entity(hidden)])).toEqual([
    `${name};${name} (au moins);${name} (au plus);${name} (n);${name} (au);${name} (lecture)`,
    `8;6;10;14;${week};environ (milieu)`,
    `;;;14;${week};`,
  ]);
});
