import { catchDroppedFiles, takeDroppedFiles } from './dropped-file.js';

const dropped = (type: string, file: File, types = ['Files']) =>
  Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { types, files: [file] } });
const [early, late] = [new File(['a'], 'early.csv'), new File(['b'], 'late.csv')];

it('keeps a file for the page that is not there yet, and lets no file replace the page', () => {
  const target = new EventTarget();
  let isTaking = false;
  catchDroppedFiles(target, () => isTaking);
  const drop = (file: File, types?: string[]) => {
    const event = dropped('drop', file, types);
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const taken: string[] = [];
  expect(drop(late)).toBe(true);
  isTaking = true;
  expect(drop(early)).toBe(true);
  expect(drop(late, ['text/plain'])).toBe(false);
  const over = dropped('dragover', late);
  target.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(true);

  const leave = takeDroppedFiles(({ name }) => taken.push(name));
  expect(taken).toEqual(['early.csv']);
  drop(late);
  expect(taken).toEqual(['early.csv', 'late.csv']);
  leave();
  takeDroppedFiles(({ name }) => taken.push(name))();
  expect(taken).toHaveLength(2);
});
