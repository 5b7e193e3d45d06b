import { eventKinds } from '../events/kind.js';
import { indicatorKeys, indicatorOf } from './catalogue.js';
import { evidenceOf, measurableWith } from './evidence.js';

const writing = ['post', 'comment', 'reaction', 'mention', 'message_sent', 'file_shared'] as const;
const verdict = (key: (typeof indicatorKeys)[number], reported: readonly (typeof eventKinds)[number][]) =>
  measurableWith(evidenceOf(indicatorOf(key)), reported);

describe('what an indicator needs', () => {
  it.each(indicatorKeys)('%s is measurable where every event is reported', (key) => {
    expect(verdict(key, eventKinds)).toEqual({ how: 'fully', missing: [] });
  });

  it('sign-ins cannot be read from what people write', () => {
    expect(verdict('K03', writing)).toEqual({ how: 'not', missing: ['login'] });
    expect(verdict('K05', writing).how).toBe('not');
    expect(verdict('M08.connected', writing).how).toBe('not');
  });

  it('engagement can, and presence only in part', () => {
    expect(verdict('K20', writing).how).toBe('fully');
    expect(verdict('K21', writing).how).toBe('fully');
    expect(verdict('K50', writing)).toEqual({ how: 'partly', missing: ['login'] });
    expect(verdict('K20', ['comment'])).toEqual({ how: 'partly', missing: ['reaction'] });
  });

  it('activation within 14 days needs invitations', () => {
    expect(verdict('K02', writing)).toEqual({ how: 'not', missing: ['invitation_sent'] });
  });

  it('coverage needs declared mandates and no event', () => {
    expect(evidenceOf(indicatorOf('K60'))).toEqual({ events: [], rows: ['people', 'mandates'] });
    expect(evidenceOf(indicatorOf('K08')).rows).toEqual(['people', 'waves']);
  });
});
