import { type OidcProvider } from '#runtime/oidc-settings.js';
import { type ToldIdentity } from '#storage/access/identity.js';

const most = 1000;
const longest = 200;

/** What Essor keeps of the claims of a token: as little as an account needs. */
export function toldIdentity(
  { key, groupsClaim, adminGroups }: Pick<OidcProvider, 'key' | 'groupsClaim' | 'adminGroups'>,
  claims: Record<string, unknown> & { iss: string; sub: string },
): ToldIdentity {
  const groups = groupsOf(claims[groupsClaim]);
  return {
    provider: key,
    issuer: claims.iss,
    subject: claims.sub,
    email: emailOf(claims),
    name: text(claims.name),
    language: text(claims.locale)?.toLowerCase().startsWith('en') ? 'en' : 'fr',
    groups,
    isAdmin: adminGroups.some((group) => groups.includes(group)),
  };
}

/** An address that the provider itself did not check is no address: anybody could have written it. */
function emailOf({ email, email_verified: verified }: Record<string, unknown>): string | null {
  const address = text(email)?.trim().toLowerCase() ?? '';
  return verified === false || verified === 'false' || !/^[^\s@]+@[^\s@]+$/.test(address) ? null : address;
}

/** A list, or one; names that are too long to be one are none. */
const groupsOf = (told: unknown): string[] =>
  [told]
    .flat()
    .flatMap((group) => text(group) ?? [])
    .slice(0, most);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= longest && !value.includes('\0') ? value : null;
