import { nameBelow, placeName } from './place-name.js';

const place = (kind: 'node' | 'cell' | 'direct' | 'rest', members: string[] = []) => ({
  kind,
  name: 'France',
  members,
});

test.each([
  [place('node'), 'France'],
  [place('direct'), 'France, équipe centrale'],
  [place('rest', ['Bastia']), 'Bastia'],
  [place('rest', ['Bastia', 'Brest']), 'Bastia et Brest'],
  [place('rest', ['A', 'B', 'C', 'D']), 'A, B et 2 autres'],
])('%j', (named, expected) => {
  expect(placeName(named, 'fr')).toBe(expected);
});

test.each([
  ['Lyon > DSI', 'Lyon', 'DSI'],
  ['Lyon > DSI', 'France > Lyon', 'DSI'],
  ['France > Lyon > DSI', 'France > Lyon', 'DSI'],
  ['DSI', 'Lyon', 'DSI'],
  ['Lyon > DSI', 'Paris', 'Lyon > DSI'],
  ['Lyon > DSI', undefined, 'Lyon > DSI'],
])('%s below %s is %s', (name, parent, expected) => {
  expect(nameBelow(name, parent)).toBe(expected);
});
