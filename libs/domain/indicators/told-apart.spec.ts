import fc from 'fast-check';
import { type Place } from './publication.js';
import { toldApart } from './told-apart.js';

const place = (key: string, parent: string | null, name: string, over: Partial<Place> = {}): Place => {
  return {
    key,
    parent,
    kind: 'cell',
    entity: key,
    name,
    members: [],
    entities: [key],
    headcount: 20,
    country: null,
    ...over,
  };
};
const names = (places: Place[]) => toldApart(places).map(({ name }) => name);

describe('names of places', () => {
  it('stay as they are where each is borne once', () => {
    expect(names([place('f', null, 'France'), place('l', 'f', 'Lyon'), place('p', 'f', 'Paris')])).toEqual([
      'France',
      'Lyon',
      'Paris',
    ]);
  });

  it('say above what they stand where several bear the same', () => {
    const tree = [
      ...[place('f', null, 'France', { kind: 'node' }), place('l', 'f', 'Lyon', { kind: 'node' })],
      ...[place('ld', 'l', 'DSI'), place('lv', 'l', 'Ventes'), place('p', 'f', 'Paris', { kind: 'node' })],
      ...[place('pd', 'p', 'DSI'), place('ps', 'p', 'Support')],
    ];
    expect(names(tree)).toEqual(['France', 'Lyon', 'Lyon > DSI', 'Ventes', 'Paris', 'Paris > DSI', 'Support']);
  });

  it('reach as far up as it takes, and no further', () => {
    const tree = [
      ...[place('a', null, 'Acme'), place('f', 'a', 'France'), place('fl', 'f', 'Lyon'), place('fd', 'fl', 'DSI')],
      ...[place('b', 'a', 'Belgique'), place('bl', 'b', 'Lyon'), place('bd', 'bl', 'DSI'), place('ad', 'a', 'DSI')],
    ];
    expect(names(tree).filter((name) => name.endsWith('DSI'))).toEqual([
      'France > Lyon > DSI',
      'Belgique > Lyon > DSI',
      'Acme > DSI',
    ]);
  });

  it('reach direct staff through their parent, and entities that are read together', () => {
    const tree = [
      ...[place('f', null, 'France', { kind: 'node' }), place('l', 'f', 'Siège', { kind: 'node' })],
      ...[place('l+', 'l', 'Siège', { kind: 'direct' }), place('g', 'f', 'Grand Est', { kind: 'node' })],
      place('g+', 'g', 'Grand Est', { kind: 'rest', members: ['Siège', 'Metz'] }),
    ];
    const told = toldApart(tree);
    expect(told.map(({ name }) => name)).toEqual([
      ...['France', 'France > Siège', 'France > Siège', 'Grand Est', 'Grand Est'],
    ]);
    expect(told[4]?.members).toEqual(['Grand Est > Siège', 'Metz']);
    expect(tree[1]?.name).toBe('Siège');
  });

  it('are told apart wherever the paths are', () => {
    const tree = fc
      .array(fc.tuple(fc.nat(), fc.constantFrom('A', 'B', 'C')), { minLength: 1, maxLength: 20 })
      .map((rows) =>
        rows.map(([above, name], index) => place(`${index}`, index === 0 ? null : `${above % index}`, name)),
      );
    fc.assert(
      fc.property(tree, (places) => {
        const path = (at: Place): string =>
          at.parent === null ? at.name : `${path(places[Number(at.parent)]!)} > ${at.name}`;
        const told = toldApart(places);
        told.forEach((one, index) => expect(path(places[index]!).endsWith(one.name)).toBe(true));
        for (const [index, one] of told.entries())
          for (const other of told.slice(index + 1))
            if (one.name === other.name) expect(path(places[Number(one.key)]!)).toBe(path(places[Number(other.key)]!));
      }),
    );
  });
});
