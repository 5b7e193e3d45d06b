import { eventKinds } from '../events/kind.js';
import { attributes } from '../indicators/measurable.js';
import { silencedBy } from './silenced.js';

describe('what sources silence', () => {
  it('is nothing where everything is told', () => {
    expect(silencedBy({ kinds: eventKinds, attributes })).toEqual([]);
  });

  it('names the indicators that need what nobody tells, impossible ones first', () => {
    const silenced = silencedBy({ kinds: ['post', 'comment', 'reaction'], attributes: ['target'] });
    expect(silenced.find(({ indicator }) => indicator === 'K03')).toMatchObject({ how: 'not', kinds: ['login'] });
    const how = silenced.map((one) => one.how);
    expect(how.lastIndexOf('not')).toBeLessThan(how.indexOf('partly'));
  });
});
