import fc from 'fast-check';
import { cellsOf } from '../mask/cells.js';
import { publishCount } from '../mask/publish-count.js';
import { explainedSites, siteView } from './site-view.js';

const rules = { k: 10, bands: true };

describe('what a site director sees', () => {
  it('is a band for 12 and 40 people, and a number for 400', () => {
    expect(explainedSites.map((people) => siteView(people, rules).published)).toEqual([
      [3, 5],
      [18, 22],
      [180, 180],
    ]);
    expect(siteView(9, rules).published).toBeNull();
    expect(siteView(12, { k: 15, bands: true }).published).toBeNull();
  });

  it('is what the publication says of a cell of that size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 600 }), (people) => {
        const mask = cellsOf([{ key: 'site', parent: null, headcount: people }], { k: rules.k });
        const published = publishCount(mask, () => Math.round(people * 0.45), rules);
        expect(siteView(people, rules).published).toEqual(published.get('site'));
      }),
    );
  });
});
