import { z } from 'zod';
import { addressOf, get, organizationPath, send } from './client.js';

const answering = (status: number, body: unknown) => {
  const fetched = jest.fn(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );
  global.fetch = fetched;
  return fetched;
};

test('an address carries lists as words and leaves out what is not chosen', () => {
  expect(addressOf('/v1/x', { window: 28, by: ['a', 'b'], scope: undefined })).toBe('/v1/x?window=28&by=a%2Cb');
  expect(organizationPath('liam & co', 'waves')).toBe('/v1/organizations/liam%20%26%20co/waves');
});

test('an answer is parsed, and one that breaks the contract is refused', async () => {
  answering(200, { n: 3 });
  await expect(get('/v1/x', z.object({ n: z.number() }))).resolves.toEqual({ n: 3 });
  answering(200, { n: 'three' });
  await expect(get('/v1/x', z.object({ n: z.number() }))).rejects.toMatchObject({ code: 'unreadable' });
});

test('a problem document becomes an error with its code', async () => {
  answering(403, { type: 'urn:essor:forbidden', code: 'forbidden', detail: 'Not yours.' });
  await expect(get('/v1/x', z.unknown())).rejects.toMatchObject({
    status: 403,
    code: 'forbidden',
    detail: 'Not yours.',
  });
  answering(502, undefined);
  await expect(get('/v1/x', z.unknown())).rejects.toMatchObject({ status: 502, code: 'http_502' });
});

test('a server that does not answer is said to be unreachable', async () => {
  global.fetch = () => Promise.reject(new TypeError('refused'));
  await expect(get('/v1/x', z.unknown())).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});

test('JSON is sent as JSON, and an empty answer is nothing', async () => {
  const fetched = answering(204, undefined);
  await expect(send('POST', '/v1/x', { a: 1 }, z.undefined())).resolves.toBeUndefined();
  expect(fetched.mock.calls[0]).toMatchObject(['/v1/x', { method: 'POST', body: '{"a":1}' }]);
});
