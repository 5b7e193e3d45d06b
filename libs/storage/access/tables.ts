import { AccountTable } from './account.table.js';
import { MembershipTable } from './membership.table.js';
import { OrganizationTable } from './organization.table.js';
import { SessionTable } from './session.table.js';

/** For `openDatabase(url, { tables: accessTables })`. */
export const accessTables = [AccountTable, MembershipTable, OrganizationTable, SessionTable];
