import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { LOGGER, type Logger } from './logger.js';
import { type Settings, SETTINGS } from './settings.js';

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/**
 * `refused`: never, as the other server says. `later`: not now. `unsure`: the line broke after the mail was handed over,
 * so that it may have arrived.
 */
export type Delivery = { state: 'sent' } | { state: 'refused' | 'later' | 'unsure'; problem: string };

interface SmtpError {
  code?: string;
  responseCode?: number;
  message?: string;
  syscall?: string;
}

/** Before a mail is handed over: it has surely not arrived. */
const before = new Set(['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE', 'ENOTFOUND', 'ECONNREFUSED']);

export function undelivered({ code = 'unknown', responseCode, message = '', syscall }: SmtpError): Delivery {
  if (responseCode !== undefined)
    return { state: responseCode >= 500 ? 'refused' : 'later', problem: `smtp_${responseCode}` };
  const isBefore =
    before.has(code) || syscall === 'connect' || /^(Connection timeout|Greeting never received)/.test(message);
  return { state: isBefore ? 'later' : 'unsure', problem: code.toLowerCase() };
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
  async send(to: { name: string; email: string }, mail: Mail): Promise<boolean> {
    return this.transport !== null && (await this.deliver(to, mail)).state === 'sent';
  }

  /** What became of it, as far as the other server told. */
  async deliver(to: { name: string; email: string }, { subject, text, html }: Mail): Promise<Delivery> {
    if (!this.transport) return { state: 'later', problem: 'no_mail_server' };
    const headers = { 'auto-submitted': 'auto-generated' };
    const addressed = { from: this.settings.MAIL_FROM, to: { name: to.name, address: to.email }, headers };
    try {
      await this.transport.sendMail({ ...addressed, subject, text, html });
      return { state: 'sent' };
    } catch (error) {
      const told = error as SmtpError;
      this.logger.warn({ code: told.code, responseCode: told.responseCode }, 'a mail could not be sent');
      return undelivered(told);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
