import { acts, actMask, actsOf } from './act.js';
import { eventKinds, isEventKind, isIntentional, kindIndex } from './kind.js';

describe('kinds', () => {
  it('keep the indexes that are already stored', () => {
    expect(kindIndex('login')).toBe(0);
    expect(kindIndex('message_sent')).toBe(11);
    expect(kindIndex('profile_created')).toBe(12);
    expect(kindIndex('other')).toBe(19);
    expect(new Set(eventKinds).size).toBe(20);
  });

  it('know their own words only', () => {
    expect(isEventKind('post')).toBe(true);
    expect(isEventKind('Post')).toBe(false);
    expect(isEventKind('constructor')).toBe(false);
  });

  it('are intentional unless they only arrive, look, leave or invite', () => {
    expect(eventKinds.filter((kind) => !isIntentional(kind))).toEqual([
      'login',
      'view',
      'invitation_sent',
      'search',
      'logout',
    ]);
  });
});

describe('acts', () => {
  it('keep the bits that are already stored', () => {
    expect(acts).toEqual(['login', 'act', 'active', 'engaged', 'interactive', 'posted', 'contributed']);
  });

  it.each([
    ['login', ['login', 'active']],
    ['view', []],
    ['invitation_sent', []],
    ['post', ['act', 'active', 'interactive', 'posted', 'contributed']],
    ['comment', ['act', 'active', 'engaged', 'interactive', 'contributed']],
    ['reaction', ['act', 'active', 'engaged', 'interactive']],
    ['mention', ['act', 'active', 'interactive']],
    ['message_sent', ['act', 'active']],
  ] as const)('of a %s', (kind, expected) => {
    expect(actsOf(kind)).toEqual(expected);
  });

  it.each(eventKinds)('of a %s are the same as a list and as bits', (kind) => {
    expect(acts.filter((_, index) => (actMask(kind) & (1 << index)) !== 0)).toEqual(actsOf(kind));
  });
});
