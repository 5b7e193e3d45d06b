import { builtText, patched, PatchDoesNotFit } from './kills/broken-build.js';
import { controls } from './kills/controls.js';
import { boundaries } from './kills/failpoints.js';
import { breakingReleases } from './upgrade/breaking-releases.js';

describe('a build that is broken on purpose', () => {
  it.each([...controls, ...breakingReleases])('$name, or would no more: its patches fit', ({ patches }) => {
    for (const patch of patches) expect(patched(builtText(patch.file), patch)).not.toBe(builtText(patch.file));
  });

  it.each(boundaries)('stops at a boundary of $file', (patch) => {
    expect(patched(builtText(patch.file), patch)).not.toBe(builtText(patch.file));
  });

  it('is not made where a patch does not fit', () => {
    const patch = { file: 'a.js', from: 'await  store()', to: 'void store()' };
    expect(patched('x; await\n store(); y', patch)).toBe('x; void store(); y');
    expect(() => patched('await keep()', patch)).toThrow(PatchDoesNotFit);
    expect(() => patched('await store(); await store()', patch)).toThrow('2 times');
  });
});
