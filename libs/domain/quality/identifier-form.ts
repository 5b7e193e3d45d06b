/**
 * What an identifier looks like: an address of a domain that the directory has, of another, or while there is no directory;
 * a number of its source; a user name.
 */
export const identifierForms = ['known_domain', 'other_domain', 'address', 'number', 'user_name'] as const;
export type IdentifierForm = (typeof identifierForms)[number];
