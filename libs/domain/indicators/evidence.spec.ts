import { eventKinds } from '../events/kind.js';
import { indicatorKeys, indicatorOf } from './catalogue.js';
import { evidenceOf } from './evidence.js';
import { type Attribute, attributes, isUnmeasurable, measurableWith, whyUnmeasurable } from './measurable.js';
import { notes } from './indicator.js';

const writing = ['post', 'comment', 'reaction', 'mention', 'message_sent', 'file_shared'] as const;
const verdict = (key: (typeof indicatorKeys)[number], reported: readonly (typeof eventKinds)[number][]) =>
  measurableWith(evidenceOf(indicatorOf(key)), { kinds: reported, attributes });

describe('what an indicator needs', () => {
  it.each(indicatorKeys)('%s is measurable where every event is reported', (key) => {
    expect(verdict(key, eventKinds)).toEqual({ how: 'fully', kinds: [], attributes: [] });
  });

  it('sign-ins cannot be read from what people write', () => {
    expect(verdict('K03', writing)).toEqual({ how: 'not', kinds: ['login'], attributes: [] });
    expect(verdict('K05', writing).how).toBe('not');
    expect(verdict('M08.connected', writing).how).toBe('not');
  });

  it('engagement can, and presence only in part', () => {
    expect(verdict('K20', writing).how).toBe('fully');
    expect(verdict('K21', writing).how).toBe('fully');
    expect(verdict('K50', writing)).toEqual({ how: 'partly', kinds: ['login'], attributes: [] });
    expect(verdict('K20', ['comment'])).toEqual({ how: 'partly', kinds: ['reaction'], attributes: [] });
  });

  it('who belongs to a group is known in part where nobody says who joined', () => {
    for (const key of ['K42.diffusion', 'K42.community', 'K42.network'] as const) {
      expect(verdict(key, writing)).toEqual({ how: 'partly', kinds: ['group_joined'], attributes: [] });
      expect(verdict(key, [...writing, 'group_joined']).how).toBe('fully');
    }
    expect(verdict('K43', writing).how).toBe('fully');
  });

  it('activation within 14 days needs invitations', () => {
    expect(verdict('K02', writing)).toEqual({ how: 'not', kinds: ['invitation_sent'], attributes: [] });
  });

  it('coverage needs declared mandates and no event', () => {
    expect(evidenceOf(indicatorOf('K60'))).toEqual({ events: [], attributes: [], rows: ['people', 'mandates'] });
    expect(evidenceOf(indicatorOf('K08')).rows).toEqual(['people', 'waves']);
  });

  const without = (attribute: Attribute) => ({
    kinds: eventKinds,
    attributes: attributes.filter((one) => one !== attribute),
  });
  it.each([
    ['K52', 'group_creator', 'source_without_creators'],
    ['K53', 'group_creator', 'source_without_creators'],
    ['K56', 'launch_message', 'source_without_launch'],
    ['K44', 'group_owner', 'source_without_owners'],
    ['K44', 'group_description', 'source_without_descriptions'],
    ['K43', 'group', 'source_without_groups'],
    ['K23.engager', 'target', 'needs_targets'],
    ['K31', 'target', 'needs_targets'],
    ['K26.reply', 'parent', 'source_without_replies'],
  ] as const)('%s is not measurable without %s: %s', (key, attribute, note) => {
    expect(whyUnmeasurable(evidenceOf(indicatorOf(key)), without(attribute))).toBe(note);
  });

  it('says why by the kind that is missing, and nothing where a part is enough', () => {
    const told = (...kinds: (typeof eventKinds)[number][]) => ({ kinds, attributes });
    const why = (key: (typeof indicatorKeys)[number], ...kinds: (typeof eventKinds)[number][]) =>
      whyUnmeasurable(evidenceOf(indicatorOf(key)), told(...kinds));
    expect(why('K03', 'post')).toBe('source_without_logins');
    expect(why('K02', 'login')).toBe('source_without_invitations');
    expect(why('K90', 'post')).toBe('source_without_resolutions');
    expect(why('K20', 'login')).toBe('source_without_events');
    expect(why('K20', 'comment')).toBeNull();
    expect(why('K60')).toBeNull();
  });

  it('tells what is not measurable from what is hidden or undefined', () => {
    expect(notes.filter(isUnmeasurable)).toHaveLength(11);
    expect(isUnmeasurable('not_published')).toBe(false);
    expect(isUnmeasurable(undefined)).toBe(false);
  });
});
