import { namedTwice } from './named-twice.js';

it('tells files of one name apart, also from the file that is undone', () => {
  const file = (id: number, fileName: string) => ({ id, fileName });
  const files = [file(3, 'a.csv'), file(4, 'b.csv'), file(5, 'a.csv'), file(6, 'c.csv')];
  expect([...namedTwice(files, 'c.csv')]).toEqual([3, 5, 6]);
  expect([...namedTwice(files.slice(0, 2), 'c.csv')]).toEqual([]);
});
