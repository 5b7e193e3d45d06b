import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Provider } from 'oidc-provider';

export type Person = Record<string, unknown> & { email?: string; groups?: string[] };

/** A real OpenID provider on loopback, which signs in whomever it is told to, and may be made to lie. */
export interface TestProvider {
  issuer: string;
  /** Who signs in next, by subject. */
  people: Map<string, Person>;
  as: string;
  /** Changes the ID token on its way out; null = honest. */
  forge: ((idToken: string) => Promise<string> | string) | null;
  /** Tells the client that a session of its own ended: sends it a logout token. */
  leave(subject: string, sid?: string): Promise<void>;
  /** Takes what is sent to the client from server to server, and answers with the status. */
  backChannel: (form: string) => Promise<number>;
  /** Its private key, for tokens that are rightly signed and wrong all the same. */
  key: JWK;
  /** The client's secret. */
  secret: string;
  /** Follows an address as a browser would, until it leaves the provider; answers with where to. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

const clientId = 'essor';
const backChannelAt = 'http://essor.example/back-channel';

export async function startTestProvider(callback: string, backAt: string): Promise<TestProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const secret = 'a secret of the client, long enough for a signature';
  const test: TestProvider = {
    ...{ issuer, people: new Map(), as: '', forge: null, key, secret },
    visit: (address) => visit(address, issuer),
    backChannel: () => Promise.resolve(200),
    leave: async (subject, sid) => {
      const client = await provider.Client.find(clientId);
      await (client as unknown as { backchannelLogout(...of: unknown[]): Promise<void> }).backchannelLogout(
        subject,
        sid,
      );
    },
    close: () => closed(http),
  };
  const provider = await quietly(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(issuer, configurationOf(test, callback, backAt));
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === '/token' && test.forge && body?.id_token) body.id_token = await test.forge(body.id_token);
  });
  const answer = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: test.as } });
  });
  return test;
}

function configurationOf(test: TestProvider, callback: string, backAt: string): object {
  return {
    clients: [
      {
        ...{ client_id: clientId, client_secret: test.secret, redirect_uris: [callback] },
        ...{ post_logout_redirect_uris: [backAt], backchannel_logout_uri: backChannelAt },
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [test.key] },
    cookies: { keys: ['a secret of the provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    fetch: async (address: unknown, options: { body?: unknown }) => {
      if (String(address) !== backChannelAt) throw new Error(`asked for ${String(address)}`);
      return new Response(null, { status: await test.backChannel(String(options.body)) });
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...test.people.get(sub), sub }),
    }),
    // Nobody is asked whether they consent: the client is the organisation's own.
    loadExistingGrant: async (context: {
      oidc: {
        client: { clientId: string };
        session: { accountId: string };
        provider: Provider;
      };
    }) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

async function visit(address: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hop = 0; hop < 10 && at.origin === issuer; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`the provider stays: ${answer.status} ${await answer.text()}`);
    at = new URL(next, at);
  }
  return at;
}

async function closed(http: Server): Promise<void> {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
}

/** It warns that it is not in production. */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
  try {
    return await make();
  } finally {
    warn.mockRestore();
    info.mockRestore();
  }
}
