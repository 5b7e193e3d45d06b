import fc from 'fast-check';
import { pairsOf, pairsText } from './name-pairs.js';

const part = fc.string({
  unit: fc.oneof(fc.constantFrom('=', ',', '\\', ' '), fc.string({ minLength: 1, maxLength: 1 })),
});

describe('a list of pairs', () => {
  it('gives back every name, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { minLength: 1 }), (pairs) => {
        expect(pairsOf(pairsText(pairs))).toEqual(pairs);
      }),
    );
  });

  it('needs no backslash where nothing is ambiguous', () => {
    expect(pairsOf('kind=Quoi,id=C:\\n')).toEqual([
      ['kind', 'Quoi'],
      ['id', 'C:\\n'],
    ]);
    expect(pairsOf('fixed=a=b')).toEqual([['fixed', 'a=b']]);
    expect(pairsOf('a,=b')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
  });

  it('says a comma and an equals sign with a backslash', () => {
    expect(pairsOf('actor=Nom\\, prénom,kind=a\\=b')).toEqual([
      ['actor', 'Nom, prénom'],
      ['kind', 'a=b'],
    ]);
  });
});
