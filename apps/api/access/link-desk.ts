import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { AccountLink, type NewLink } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { makeAccountLink, SignsInElsewhere } from '#storage/access/account-link.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { type AccountTable } from '#storage/access/account.table.js';
import { type AuditNote, noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../databases.js';
import { linkMail } from './mail/link-mail.js';
import { Mailer } from '#runtime/mailer.js';

/** Makes links with which people choose their password, and sends them where there is a mail server. */
@Injectable()
export class LinkDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly accounts: AccountRepository,
    private readonly mailer: Mailer,
  ) {}

  /** Shown to the administrator only where it could not be sent. */
  async make(byId: string, id: string, purpose: NewLink['purpose'], origin: string): Promise<AccountLink> {
    const account = await this.accounts.active(id);
    if (!account) throw new Problem('unknown_account', 404, 'There is no such account.');
    const link = await this.link(id, purpose, {
      ...{ organizationId: null, accountId: byId, action: 'account_link_made' },
      detail: { account: id, purpose },
    });
    const { url, expiresAt, isSent } = await this.send(account, purpose, { ...link, origin });
    const mail = isSent ? 'sent' : this.mailer.isOn ? 'failed' : 'off';
    return AccountLink.parse({ url: isSent ? null : url, mail, purpose, expiresAt: expiresAt.toISOString() });
  }

  /** For whoever forgot the password of an account that has one; nothing says whether there is one. */
  async remind(email: string, origin: string): Promise<void> {
    const account = await this.accounts.byEmail(email);
    if (!account || account.disabledAt || account.passwordHash === null) return;
    const link = await this.link(account.id, 'reset', {
      ...{ organizationId: null, accountId: null, action: 'password_reset_asked' },
      detail: { account: account.id },
    });
    await this.send(account, 'reset', { ...link, origin });
  }

  /** With a word of who asked for it, or not at all. */
  private link(accountId: string, purpose: NewLink['purpose'], note: AuditNote) {
    return this.db.transaction(async (tx) => {
      const link = await makeAccountLink(tx, accountId, purpose).catch(asProblem);
      await noteAudit(tx, note);
      return link;
    });
  }

  private async send(
    account: AccountTable,
    purpose: NewLink['purpose'],
    { token, expiresAt, origin }: { token: string; expiresAt: Date; origin: string },
  ) {
    // Behind the #, which browsers send to no server: it is in no log and in no referrer.
    const url = `${origin}/choose-password#${token}`;
    const { language, email } = account;
    // A name of several lines would write lines of its own into the mail.
    const name = account.name.replace(/\s+/g, ' ');
    const isSent = await this.mailer.send({ name, email }, linkMail({ language, purpose, name, url, expiresAt }));
    return { url, expiresAt, isSent };
  }
}

function asProblem(error: unknown): never {
  throw error instanceof SignsInElsewhere ? new Problem(error.code, 409, error.message) : error;
}
