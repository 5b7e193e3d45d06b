/** Every name under which a provider speaks of somebody: all of them may bring the person back. */
export function userNames(user: {
  userName: string | null;
  externalId: string | null;
  attributes: Record<string, unknown>;
}): string[] {
  const { emails } = user.attributes;
  const extension = user.attributes['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'];
  const number = (extension as { employeeNumber?: unknown } | undefined)?.employeeNumber;
  const addresses = Array.isArray(emails)
    ? emails.map((email: unknown) => (email as { value?: unknown } | null)?.value)
    : [];
  return [user.userName, user.externalId, number, ...addresses].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}
