import { Throttle } from './throttle.js';

describe('throttle', () => {
  let now = 0;
  const throttle = () => new Throttle(3, 60_000, () => now);

  it('allows so many in a window, then says how long to wait', () => {
    now = 0;
    const door = throttle();
    expect([door.take('a'), door.take('a'), door.take('a')]).toEqual([null, null, null]);
    now = 20_000;
    expect(door.take('a')).toBe(40);
    expect(door.take('b')).toBeNull();
    now = 60_001;
    expect(door.take('a')).toBeNull();
  });

  it('does not count what was right', () => {
    now = 0;
    const door = throttle();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      expect(door.take('a')).toBeNull();
      door.giveBack('a');
    }
  });

  it('does not grow with every stranger', () => {
    const door = throttle();
    for (let stranger = 0; stranger < 30_000; stranger += 1) {
      now = stranger * 10_000;
      door.take(String(stranger));
    }
    expect((door as unknown as { attempts: Map<string, unknown> }).attempts.size).toBeLessThanOrEqual(10_002);
  });
});
