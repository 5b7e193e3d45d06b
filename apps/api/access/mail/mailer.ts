import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { LOGGER, type Logger } from '#runtime/logger.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends mail through the server of the settings, where there is one. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // Mail is made of our words alone: nothing in it may name a file or an address to be read.
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    const { SMTP_URL: url } = settings;
    this.transport = url === undefined ? null : createTransport({ url, ...patience, ...closed });
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  /** False where it could not be handed over; why is in the log, without what was in it and for whom. */
  async send(to: { name: string; email: string }, { subject, text, html }: Mail): Promise<boolean> {
    if (!this.transport) return false;
    const headers = { 'auto-submitted': 'auto-generated' };
    const addressed = { from: this.settings.MAIL_FROM, to: { name: to.name, address: to.email }, headers };
    try {
      await this.transport.sendMail({ ...addressed, subject, text, html });
      return true;
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      this.logger.warn({ code, responseCode }, 'a mail could not be sent');
      return false;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
