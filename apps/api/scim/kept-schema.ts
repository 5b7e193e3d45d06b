import { Config, Resources, Schemas, type Types } from 'scimmy';

const forgotten = {
  user: [
    ...['name', 'displayName', 'nickName', 'profileUrl', 'title', 'userType', 'preferredLanguage', 'locale'],
    ...['timezone', 'password', 'phoneNumbers', 'ims', 'photos', 'addresses', 'groups', 'entitlements', 'roles'],
    ...['x509Certificates', 'emails.display'],
  ],
  enterprise: ['costCenter', 'manager.displayName', 'manager.$ref'],
};

/** Operations in one request to Bulk, and bytes of one body. */
export const scimLimits = { operations: 500, bytes: 1 << 20, page: 200, filter: 1000, branches: 8 } as const;

let isDeclared = false;

/**
 * The library keeps its schemas once for the process: they are cut down to what Essor keeps, so that nothing else is
 * taken, stored or advertised. `address`: where /scim/v2 is reached. Safe to repeat.
 */
export function declareSchemas(address: string): void {
  for (const resource of [Resources.User, Resources.Group, Resources.Schema, Resources.ResourceType])
    resource.basepath(address);
  Resources.ServiceProviderConfig.basepath(address);
  if (isDeclared) return;
  isDeclared = true;
  truncate(Schemas.User.definition, forgotten.user);
  truncate(Schemas.EnterpriseUser.definition, forgotten.enterprise);
  Schemas.User.definition.extend(Schemas.EnterpriseUser.definition, false);
  Resources.declare(Resources.User);
  Resources.declare(Resources.Group);
  Config.set({
    patch: true,
    filter: { supported: true, maxResults: scimLimits.page },
    bulk: { supported: true, maxOperations: scimLimits.operations, maxPayloadSize: scimLimits.bytes },
    etag: true,
    sort: false,
    changePassword: false,
    authenticationSchemes: [
      { type: 'oauthbearertoken', name: 'Bearer token', description: 'A token made for this on the page Sources' },
    ],
  });
}

function truncate(definition: Types.SchemaDefinition, names: readonly string[]): void {
  for (const name of names) definition.truncate(name);
}
