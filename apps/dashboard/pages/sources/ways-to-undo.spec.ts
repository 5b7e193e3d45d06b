import { waysToUndo } from './ways-to-undo.js';

const file = { id: 2, fileName: 'again.csv', createdAt: '2026-11-23T08:00:00.000Z', events: 3, goesAlong: true };
const ways = (counts: Parameters<typeof waysToUndo>[0]) =>
  waysToUndo(counts).map(({ word, count, isLoss }) => `${word} ${count}${isLoss ? ' !' : ''}`);

it('offers the undo that takes events out, and warns only of a loss', () => {
  const nothing = { leaving: 0, staying: 0, alsoIn: [], leavingAlong: 0 };
  expect(ways(nothing)).toEqual(['undoYes 1']);
  expect(ways({ ...nothing, leaving: 3, leavingAlong: 3 })).toEqual(['undoYes 1 !']);
  // The same file twice: alone, nothing would leave.
  expect(ways({ ...nothing, staying: 3, alsoIn: [file], leavingAlong: 3 })).toEqual(['undoAlong 2 !']);
  expect(ways({ ...nothing, leaving: 1, staying: 2, alsoIn: [file, file], leavingAlong: 3 })).toEqual([
    'undoAlong 3 !',
    'undoOnly 1 !',
  ]);
  // The other brought more than that, and stays.
  const other = { ...file, goesAlong: false };
  expect(ways({ ...nothing, staying: 3, alsoIn: [other] })).toEqual(['undoYes 1']);
});
