import fc from 'fast-check';
import { cellsOf } from '#domain/mask/cells.js';
import { type EntityNode } from '#domain/mask/mask.js';
import { curveOf } from '#domain/lags/curve.js';
import { type LagMeasure } from '#storage/measures/lags.repository.js';
import { maskLags } from './mask-lags.js';

const k = 10;
const sites: EntityNode[] = [
  { key: 'group', parent: null, headcount: 0 },
  ...['big', 'wide', 'small', 'tiny'].map((key, place) => ({
    ...{ key, parent: 'group', headcount: [400, 300, 90, 40][place]! },
  })),
];
const mask = cellsOf(sites, { k });
const open = cellsOf(sites, { k: 1 });

/** Everyone of a site, invited at once: to whom it happened and when, the others seen for ten weeks. */
const site = fc
  .record({ quick: fc.nat(30), slow: fc.nat(20), late: fc.nat(9) })
  .map((counts) => ({ ...counts, lags: [1, 8, 35] as const }));
const told = fc.tuple(site, site, site, site).map((all) =>
  all.flatMap(({ quick, slow, late, lags }, place): LagMeasure[] => {
    const { key, headcount } = sites[place + 1]!;
    const row = (lag: number, entered: number, events: number, censored: number): LagMeasure => {
      return { kind: 'adoption', cell: key, lag, entered, events, censored };
    };
    const rows = [
      row(0, headcount, 0, 0),
      row(lags[0], 0, quick, 0),
      row(lags[1], 0, slow, 0),
      row(lags[2], 0, late, 0),
    ];
    return [...rows, row(70, 0, 0, headcount - quick - slow - late)];
  }),
);

it('without bands says what was counted, place by place', () => {
  fc.assert(
    fc.property(told, (rows) => {
      const places = maskLags(open, rows, { k: 1, bands: false });
      const small = places.find(({ node }) => node === 'small')!;
      expect(small.cells).toEqual(['small']);
      for (const { lag, events } of rows.filter(({ cell, events }) => cell === 'small' && events > 0)) {
        expect(small.bins.find((bin) => bin.lag === lag)?.events).toEqual([events, events]);
      }
      expect(places[0]).toMatchObject({ node: 'group', parent: null, cells: ['big', 'small', 'tiny', 'wide'] });
    }),
  );
});

it('with bands speaks only of places with 200 people, of bins with k, and keeps the truth within', () => {
  fc.assert(
    fc.property(told, (rows) => {
      const places = maskLags(mask, rows, { k, bands: true });
      for (const { node, cells, bins } of places) {
        const mine = rows.filter(({ cell }) => cells.includes(cell));
        const people = mine.reduce((sum, { entered }) => sum + entered, 0);
        expect(people).toBeGreaterThanOrEqual(200);
        const happened = mine.reduce((sum, { events }) => sum + events, 0);
        const [low, high] = [0, 1].map((end) => bins.reduce((sum, { events }) => sum + events[end]!, 0));
        expect(happened).toBeGreaterThanOrEqual(low!);
        expect(happened).toBeLessThanOrEqual(high!);
        if (node === 'group')
          for (const { events } of bins) if (events[1] > 0) expect(events[1]).toBeGreaterThanOrEqual(k);
      }
    }),
  );
});

it('tells of activation only in the whole organisation, where bands hide what it would say again', () => {
  const rows = sites.slice(1).flatMap(({ key, headcount }): LagMeasure[] => [
    { kind: 'activation', cell: key, lag: 0, entered: headcount, events: headcount / 2, censored: 0 },
    { kind: 'activation', cell: key, lag: 14, entered: 0, events: 0, censored: headcount / 2 },
  ]);
  const places = maskLags(mask, rows, { k, bands: true });
  expect(places.map(({ node, kind }) => [node, kind])).toEqual([['group', 'activation']]);
  expect(curveOf('activation', places[0]!.bins)).toMatchObject({
    median: { value: 0 },
    people: { low: 830, high: 830 },
  });
});

it('publishes nothing of fewer than k people', () => {
  const rows: LagMeasure[] = [{ kind: 'habit', cell: 'big', lag: 0, entered: 9, events: 0, censored: 9 }];
  expect(maskLags(mask, rows, { k, bands: true })).toEqual([]);
  expect(maskLags(mask, rows, { k, bands: false })).toEqual([]);
});
