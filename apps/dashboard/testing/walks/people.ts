import { type RoleName } from '#domain/access/roles.js';
import { type RunningEssor } from '../running-essor.js';

export interface SignIn {
  email: string;
  password: string;
}

interface Given {
  role: RoleName;
  organizations: string[];
  /** The one entity that may be seen. */
  scope?: string;
}

export const people = {
  'project-manager': { role: 'project_manager', organizations: ['meridiane'] },
  sponsor: { role: 'sponsor', organizations: ['meridiane'] },
  consultant: { role: 'consultant', organizations: ['meridiane', 'reseau-national'] },
  animator: { role: 'animator', organizations: ['meridiane'] },
  'local-lead': { role: 'local_lead', organizations: ['meridiane'], scope: 'S-FR-LYON' },
  'data-protection-officer': { role: 'data_protection_officer', organizations: ['meridiane'] },
  administrator: { role: 'admin', organizations: ['meridiane'] },
} satisfies Record<string, Given>;
export type Person = keyof typeof people;

/** Gives each their account, as the administrator does. */
export async function welcome({ url, email, password }: RunningEssor): Promise<Record<Person, SignIn>> {
  const headers = { 'content-type': 'application/json', origin: url };
  const body = JSON.stringify({ email, password });
  const session = await fetch(`${url}/v1/session`, { method: 'POST', headers, body });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const made = Object.entries<Given>(people).map(async ([person, { role, organizations, scope }]) => {
    const account = { email: `${person}@meridiane.example`, name: `${names[role]}`, role };
    const memberships = organizations.map((organization) => ({ organization, role: null, scope: scope ?? null }));
    const answer = await fetch(`${url}/v1/accounts`, {
      ...{ method: 'POST', headers: { ...headers, cookie } },
      body: JSON.stringify({ ...account, memberships }),
    });
    const given = (await answer.json()) as { password?: string };
    if (!given.password) throw new Error(`${person}: ${answer.status} ${JSON.stringify(given)}`);
    return [person, { email: account.email, password: given.password }] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Record<Person, SignIn>;
}

const names: Record<RoleName, string> = {
  admin: 'Ida Morel',
  project_manager: 'Paul Mercier',
  consultant: 'Clara Osei',
  sponsor: 'Simone Reuter',
  animator: 'Anna Costa',
  local_lead: 'Luc Lambert',
  data_protection_officer: 'Dora Pons',
};
