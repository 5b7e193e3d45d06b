import { slugOf } from './slug-of.js';

describe('the part of an address that a name comes to', () => {
  it.each([
    ['Méridiane', 'meridiane'],
    ['  CPAM de Haute-Garonne (31) ', 'cpam-de-haute-garonne-31'],
    ['L’Étoile & Fils', 'l-etoile-fils'],
    ['株式会社', ''],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
    ['--', ''],
  ])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug));
});
