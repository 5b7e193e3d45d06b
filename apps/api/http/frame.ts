import { type DataSource } from 'typeorm';
import { OrganizationPage } from '#pages/organization-page.js';
import { APP_DB, READ_DB } from '../databases.js';

/** The frame of every page, for features that answer or print it. */
export const frame = {
  provide: OrganizationPage,
  useFactory: (read: DataSource, app: DataSource) => new OrganizationPage(read, app),
  inject: [READ_DB, APP_DB],
};
