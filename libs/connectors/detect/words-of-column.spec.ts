import { fileInMemory } from '../file-input.js';
import { mostWords, wordsOfColumn } from './words-of-column.js';

const wordsIn = (text: string, column = 'Type') =>
  wordsOfColumn(fileInMemory(Buffer.from(text, 'latin1')).stream(), column, { encoding: 'windows-1252' });

it('are all told, the rarest too, with the number of their lines', async () => {
  const many = Array.from({ length: 9000 }, (_, n) => `0${(n % 9) + 1}/03/2026;anne;Publication\n`).join('');
  expect(await wordsIn(`date;qui;type\n${many}09/03/2026;bob;Événement créé\n`)).toEqual({
    words: [
      { word: 'Publication', times: 9000 },
      { word: 'Événement créé', times: 1 },
    ],
    others: 0,
  });
});

it('are counted where there are too many to tell', async () => {
  const lines = Array.from({ length: mostWords + 7 }, (_, n) => `w${n}\n`).join('');
  const { words, others } = await wordsIn(`type\nw3\n${lines}`);
  expect([words[0], words.length, others]).toEqual([{ word: 'w3', times: 2 }, mostWords, 7]);
});

it('hold no address, and are none where there is no such column', async () => {
  expect(await wordsIn('qui;type\nanne@acme.fr;post\n', 'qui')).toEqual({ words: [], others: 0 });
  expect(await wordsIn('qui;type\nanne;post\n', 'Quoi')).toEqual({ words: [], others: 0 });
  expect(await wordsIn('')).toEqual({ words: [], others: 0 });
});
