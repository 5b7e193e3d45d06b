import { type Command, Option } from 'commander';
import { roles } from '#domain/access/roles.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { type LinkPurpose, makeAccountLink } from '#storage/access/account-link.js';
import { type AccountRole } from '#storage/access/account.table.js';
import { createAccount, type GivenOrganization } from '#storage/access/create-account.js';
import { removeSecondFactor } from '#storage/access/second-factor.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { note } from './note.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor user create`, `grant` and `list`: accounts, and what each may open as what. */
export function addUsers(program: Command, on: On): void {
  const user = program.command('user').description('accounts, and what they may open');
  const role = () => new Option('--role <role>', 'its rights').choices(roles);
  user
    .command('create')
    .requiredOption('--email <address>', 'its name to sign in')
    .addOption(role().makeOptionMandatory())
    .option('--name <name>', 'of the person')
    .option('--org <slugs...>', 'organisations it may open')
    .option('--scope <entity>', 'only this entity of them, with everything below it')
    .addOption(new Option('--language <language>', 'of its screens').choices(['fr', 'en']))
    .option('--json', 'machine-readable answer')
    .action(on(createUser));
  user
    .command('grant')
    .description('gives an organisation, with a role there where it is not that of the account')
    .requiredOption('--email <address>', 'of the account')
    .requiredOption('--org <slug>', 'organisation')
    .addOption(role())
    .option('--scope <entity>', 'only this entity, with everything below it')
    .option('--revoke', 'takes the organisation back')
    .option('--json', 'machine-readable answer')
    .action(on(grantAccess));
  user
    .command('link')
    .description('a link with which the account chooses its password, shown once')
    .requiredOption('--email <address>', 'of the account')
    .addOption(
      new Option('--purpose <purpose>', 'waits seven days, or two hours')
        .choices(['invitation', 'reset'])
        .default('invitation'),
    )
    .option('--json', 'machine-readable answer')
    .action(on(makeLink));
  user
    .command('reset-second-factor')
    .description('the password is enough again; ends the sessions')
    .requiredOption('--email <address>', 'of the account')
    .option('--json', 'machine-readable answer')
    .action(on(resetSecondFactor));
  user.command('list').option('--json', 'machine-readable answer').action(on(listAccess));
}

interface UserOptions {
  email: string;
  name?: string;
  role: AccountRole;
  org?: string[];
  /** Only this entity of the organisations, with everything below it. */
  scope?: string;
  language?: 'fr' | 'en';
  json?: boolean;
}

/** The password is generated and shown this once. */
async function createUser(installation: Installation, options: UserOptions): Promise<number> {
  const owner = await installation.as('owner');
  const memberships = (options.org ?? []).map((organization) => ({
    organization,
    role: null,
    scope: options.scope ?? null,
  }));
  const { password } = await owner.transaction(async (tx) => {
    const made = await createAccount(tx, {
      email: options.email,
      name: options.name ?? options.email,
      role: options.role,
      ...(options.language ? { language: options.language } : {}),
      memberships,
    });
    await note(tx, null, 'account_created', { account: made.id, role: options.role, memberships });
    return made;
  });
  answer(options.json, { email: options.email, role: options.role, password }, () => [`${options.email}  ${password}`]);
  return 0;
}

/** Gives an organisation with a role of its own, or takes it back. Counts from the next request on. */
async function grantAccess(
  installation: Installation,
  options: { email: string; org: string; role?: AccountRole; scope?: string; revoke?: boolean; json?: boolean },
): Promise<number> {
  const owner = await installation.as('owner');
  const accounts = new AccountRepository(owner);
  const account = await accountOf(accounts, options.email);
  const { slug } = await organizationBySlug(owner, options.org);
  const given: GivenOrganization = { organization: slug, role: options.role ?? null, scope: options.scope ?? null };
  const others = account.memberships.filter(({ organization, provider }) => organization !== slug && provider === null);
  const memberships = options.revoke ? others : [...others, given];
  await owner.transaction(async (tx) => {
    await accounts.change(account.id, { memberships }, { within: tx });
    await note(tx, null, 'account_changed', { account: account.id, memberships });
  });
  const now = (await accounts.row(account.id))?.memberships ?? [];
  answer(options.json, { email: account.email, role: account.role, memberships: now }, () => now.map(membershipLine));
  return 0;
}

/** Under PUBLIC_URL where it is set, else the path on whatever name Essor is reached by. */
async function makeLink(
  installation: Installation,
  options: { email: string; purpose: LinkPurpose; json?: boolean },
): Promise<number> {
  const owner = await installation.as('owner');
  const account = await accountOf(new AccountRepository(owner), options.email);
  const { token, expiresAt } = await owner.transaction(async (tx) => {
    const made = await makeAccountLink(tx, account.id, options.purpose);
    await note(tx, null, 'account_link_made', { account: account.id, purpose: options.purpose });
    return made;
  });
  const url = `${installation.settings.PUBLIC_URL ?? ''}/choose-password#${token}`;
  answer(options.json, { email: account.email, url, expiresAt }, () => [`${url}  until ${expiresAt.toISOString()}`]);
  return 0;
}

async function resetSecondFactor(
  installation: Installation,
  options: { email: string; json?: boolean },
): Promise<number> {
  const owner = await installation.as('owner');
  const { id, email } = await accountOf(new AccountRepository(owner), options.email);
  const reset = await owner.transaction(async (tx) => {
    if (!(await removeSecondFactor(tx, id))) return false;
    await new SessionRepository(owner).endAll(id, tx);
    await note(tx, null, 'second_factor_reset', { account: id });
    return true;
  });
  answer(options.json, { email, reset }, () => [`${email}  ${reset ? 'second factor reset' : 'had no second factor'}`]);
  return 0;
}

async function accountOf(accounts: AccountRepository, address: string) {
  const account = (await accounts.all()).find(({ email }) => email === address.toLowerCase());
  if (!account) throw new CommandError(`Nobody has the address ${address}.`, 'unknown_account');
  return account;
}

/** Who may open what. */
async function listAccess(installation: Installation, options: { json?: boolean }): Promise<number> {
  const accounts = await new AccountRepository(await installation.as('owner')).all();
  const rows = accounts.map(({ email, role, disabled, memberships }) => ({ email, role, disabled, memberships }));
  answer(options.json, rows, () =>
    rows.flatMap(({ email, role, disabled, memberships }) => [
      `${email}  ${role}${disabled ? '  disabled' : ''}`,
      ...memberships.map((given) => `  ${membershipLine(given)}`),
    ]),
  );
  return 0;
}

const membershipLine = ({ organization, role, scope }: GivenOrganization) =>
  [organization, role ?? 'role of the account', ...(scope === null ? [] : [`only ${scope}`])].join('  ');
