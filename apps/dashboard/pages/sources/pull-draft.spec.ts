import { NewPull, TestedPull } from '#contract/pulls.js';
import { pullKinds } from '#domain/sources/pull.js';
import { changedPull, draftOf, freshDraft, isComplete, newPull, testedPull } from './pull-draft.js';

const now = new Date('2026-06-01T12:00:00Z');
const said = { name: ' Siège ', address: 'https://h.example', tenant: 't', clientId: 'c', secret: 's' };

it.each(pullKinds)('a form for %s can be sent once everything that it needs is said, and not before', (kind) => {
  const empty = freshDraft(kind, 'Europe/Paris', now);
  expect(isComplete(empty, false)).toBe(false);
  const full = { ...empty, ...said };
  expect(isComplete(full, false)).toBe(true);
  expect(NewPull.parse(newPull(full))).toMatchObject({ name: 'Siège', kind, user: null, secret: 's' });
  for (const name of ['name', 'address', 'since', 'secret'] as const)
    expect([name, isComplete({ ...full, [name]: '' }, false)]).toEqual([name, false]);
});

it('a secret that is not typed is not sent, so that the one that is stored stays', () => {
  const draft = { ...freshDraft('humhub', 'UTC', now), ...said, secret: '' };
  expect(isComplete(draft, true)).toBe(true);
  expect(changedPull(draft)).not.toHaveProperty('secret');
  expect(TestedPull.parse(testedPull(draft, 7))).toMatchObject({ source: 7 });
  expect(testedPull(draft, null)).not.toHaveProperty('source');
});

it('a form to change a network holds what is stored, but for the secret', () => {
  const details = { zone: 'UTC', user: 'bot', tenant: null, clientId: null, authority: null, everyMinutes: 360 };
  const stored = {
    source: 1,
    name: 'H',
    kind: 'humhub',
    address: 'https://h.example',
    since: '2026-01-01',
    ...details,
  };
  const draft = draftOf(stored as Parameters<typeof draftOf>[0]);
  expect(draft).toMatchObject({ name: 'H', user: 'bot', tenant: '', secret: '', since: '2026-01-01' });
  expect(changedPull(draft)).toEqual({ address: 'https://h.example', since: '2026-01-01', ...details });
});
