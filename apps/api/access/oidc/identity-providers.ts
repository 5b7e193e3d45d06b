import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { type OidcProvider } from '#runtime/oidc-settings.js';
import { Problem } from '#runtime/problem.js';
import { outgoingProxy, type Settings, SETTINGS } from '#runtime/settings.js';
import { type EndedAtProvider } from '#storage/access/end-by-provider.js';
import { readLogoutToken } from './logout-token.js';
import { openProviderNetwork, type ProviderNetwork } from './provider-network.js';

export interface Beginning {
  /** Where the browser goes. */
  url: string;
  state: string;
  nonce: string;
  verifier: string;
}

export interface Vouched {
  idToken: string;
  claims: Record<string, unknown> & { iss: string; sub: string };
}

const hour = 3600 * 1000;
/** Clocks differ. */
const toleratedSeconds = 30;

/** The providers of the settings, spoken to as OpenID Connect asks: code and PKCE, every token's signature checked. */
@Injectable()
export class IdentityProviders implements OnApplicationShutdown {
  private readonly found = new Map<string, { until: number; configuration: Promise<oidc.Configuration> }>();
  private readonly keys = new WeakMap<oidc.Configuration, JWTVerifyGetKey>();
  private readonly network: ProviderNetwork;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.network = openProviderNetwork(outgoingProxy(settings));
  }

  /** As the sign-in page offers them, in the order of the settings. */
  list(): { key: string; name: string }[] {
    return this.settings.OIDC_PROVIDERS.map(({ key, name }) => ({ key, name }));
  }

  get(key: string): OidcProvider {
    const provider = this.settings.OIDC_PROVIDERS.find((one) => one.key === key);
    if (!provider) throw new Problem('unknown_provider', 404, 'There is no such identity provider.');
    return provider;
  }

  async begin(provider: OidcProvider, callback: string): Promise<Beginning> {
    const configuration = await this.configuration(provider);
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** What the provider says of whoever comes back with this address. Throws whatever does not fit. */
  async finish(provider: OidcProvider, address: URL, began: Omit<Beginning, 'url'>): Promise<Vouched> {
    const configuration = await this.configuration(provider);
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: began.verifier,
      expectedState: began.state,
      expectedNonce: began.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error('the provider sent no ID token');
    const isComplete = claims.email !== undefined && claims[provider.groupsClaim] !== undefined;
    const asks = !isComplete && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const more = asks ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
    return { idToken: tokens.id_token, claims: { ...more, ...claims } };
  }

  /** Where the browser signs out at the provider; null where it offers none, or does not answer now. */
  async leave(key: string, idToken: string, back: string): Promise<string | null> {
    const provider = this.settings.OIDC_PROVIDERS.find((one) => one.key === key);
    const configuration = provider && (await this.configuration(provider).catch(() => null));
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
  }

  /** What the provider says has ended. Throws whatever does not fit. */
  async readLogout(provider: OidcProvider, token: string): Promise<EndedAtProvider> {
    const configuration = await this.configuration(provider);
    const { issuer, jwks_uri: address } = configuration.serverMetadata();
    if (address === undefined) throw new Error('the provider publishes no keys');
    const { fetch } = this.network;
    const keys =
      this.keys.get(configuration) ??
      createRemoteJWKSet(new URL(address), {
        [customFetch]: (url, { headers }) =>
          fetch(url, { method: 'GET', headers: Object.fromEntries(headers) } as never),
      });
    this.keys.set(configuration, keys);
    return readLogoutToken(token, provider, { issuer, keys });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.network.close();
  }

  /** Asked anew every hour, and after a failure. */
  private configuration(provider: OidcProvider): Promise<oidc.Configuration> {
    const kept = this.found.get(provider.key);
    if (kept && kept.until > Date.now()) return kept.configuration;
    const configuration = this.discover(provider);
    this.found.set(provider.key, { until: Date.now() + hour, configuration });
    configuration.catch(() => this.found.delete(provider.key));
    return configuration;
  }

  private async discover({ issuer, clientId, clientSecret, algorithm }: OidcProvider): Promise<oidc.Configuration> {
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const { fetch } = this.network;
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
      execute: insecure,
      [oidc.customFetch]: fetch,
    });
    const server = found.serverMetadata();
    const isBasic = (server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes(
      'client_secret_basic',
    );
    const secret = isBasic ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    const client = { id_token_signed_response_alg: algorithm, [oidc.clockTolerance]: toleratedSeconds };
    const own = clientSecret === undefined ? oidc.None() : secret(clientSecret);
    const configuration = new oidc.Configuration(server, clientId, client, own);
    configuration[oidc.customFetch] = fetch;
    for (const allow of insecure) allow(configuration);
    // By default a token that came over TLS is believed unsigned; a middlebox may have read it.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}
