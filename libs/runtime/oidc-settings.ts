import { z } from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, but for a provider on this machine. */
const Issuer = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || loopback.has(new URL(address).hostname), 'must be https');

const Provider = z.strictObject({
  /** In addresses, and where groups are given roles: never to be changed. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'must be small letters, digits and hyphens'),
  /** On the button of the sign-in page. */
  name: z.string().trim().min(1).max(60),
  issuer: Issuer,
  clientId: z.string().min(1),
  /** Absent for a public client, which PKCE alone protects. */
  clientSecret: z.string().min(1).optional(),
  scope: z
    .string()
    .regex(/(^| )openid( |$)/, 'must ask for openid')
    .default('openid email profile'),
  /** Where the provider tells the groups of a person. */
  groupsClaim: z.string().min(1).default('groups'),
  /** Groups whose members administer the whole installation. */
  adminGroups: z.array(z.string().min(1)).default([]),
  /** The one way in which the provider signs; another is refused. */
  algorithm: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
});
export type OidcProvider = z.infer<typeof Provider>;

const areDistinct = (providers: readonly OidcProvider[]) =>
  new Set(providers.map(({ key }) => key)).size === providers.length;

/** A setting that holds a JSON list. Its complaints name fields, never what is in them. */
export const oidcProviders = z
  .string()
  .default('[]')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not valid JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(Provider).max(20).refine(areDistinct, 'has the same key twice'));
