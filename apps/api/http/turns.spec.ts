import { Turns } from './turns.js';

test('so many run at a time, the others in their order; another key waits for nobody', async () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (key: string, name: string) =>
    turns.take(key).then((end) => {
      begun.push(name);
      ends.set(name, end);
    });
  const settle = () => new Promise((done) => setImmediate(done));
  for (const name of ['a', 'b', 'c', 'd']) void start('acme', name);
  void start('other', 'x');
  await settle();
  expect(begun).toEqual(['a', 'b', 'x']);
  ends.get('b')!();
  await settle();
  expect(begun).toEqual(['a', 'b', 'x', 'c']);
  for (const name of ['a', 'c']) ends.get(name)!();
  await settle();
  expect(begun).toEqual(['a', 'b', 'x', 'c', 'd']);
  ends.get('d')!();
  for (const name of ['e', 'f', 'g']) void start('acme', name);
  await settle();
  expect(begun.slice(5)).toEqual(['e', 'f']);
});
