import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

const dashboard = join(__dirname, '..');

const filesIn = (room: string) =>
  readdirSync(join(dashboard, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.spec.'))
    .map((path) => join(dashboard, room, path));

const isIn =
  (...rooms: string[]) =>
  (file: string) =>
    rooms.some((room) => file.startsWith(join(dashboard, room) + sep));

/** The files of ours that one takes from. */
const takenBy = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+)\.js'/g)].flatMap(([, path]) =>
    ['.tsx', '.ts'].map((ending) => join(dirname(file), `${path}${ending}`)).filter((each) => existsSync(each)),
  );

/** These, and all of these rooms that they take, one through another. */
function reachedFrom(files: readonly string[], rooms: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const go = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    takenBy(file)
      .filter(isIn(...rooms))
      .forEach(go);
  };
  files.forEach(go);
  return reached;
}

const components = [...filesIn('charts'), ...filesIn('ui')].filter((file) => /^[A-Z]\w*\.tsx$/.test(basename(file)));
const shown = reachedFrom(filesIn('gallery'), ['charts', 'ui']);

/** What asks the server, or leads to a page of an organisation, has nobody to ask in a gallery: it is looked at on pages. */
const isOfPages = (file: string) =>
  [...reachedFrom([file], ['charts', 'ui'])]
    .flatMap(takenBy)
    .some((taken) => (isIn('api')(taken) && basename(taken) !== 'api-error.ts') || basename(taken) === 'filters.ts');

describe('the gallery', () => {
  it.each(components.map((file) => [basename(file, '.tsx'), file]))('shows %s, or its pages do', (_, file) => {
    expect(shown.has(file) || isOfPages(file)).toBe(true);
  });

  it('leaves few of them to the pages', () => {
    const left = components.filter((file) => !shown.has(file)).map((file) => basename(file, '.tsx'));
    expect(left.length).toBeLessThan(components.length / 5);
    expect(components.length).toBeGreaterThan(50);
  });
});
