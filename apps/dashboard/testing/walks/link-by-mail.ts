import { startTestMailServer, type TestMailServer } from '../../../api/testing/test-mail-server.js';
import { type RunningEssor } from '../running-essor.js';
import { type Shown } from '../language-shown.js';
import { type SignIn } from './people.js';

/** What a report brings to somebody without an account. */
export class LinkByMail {
  private constructor(private readonly server: TestMailServer) {}

  static open = async (): Promise<LinkByMail> => new LinkByMail(await startTestMailServer());

  settings = (url: string) => ({ SMTP_URL: this.server.url, PUBLIC_URL: url });

  /** Sets a report up in a language, has it tried out, and waits for the mail. */
  async link({ url }: RunningEssor, { email, password }: SignIn, language: Shown): Promise<string> {
    const headers = { 'content-type': 'application/json', origin: url };
    const ask = (path: string, body: object, cookie = '') =>
      fetch(`${url}/v1/${path}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) });
    const session = await ask('session', { email, password });
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const report = await ask(
      'organizations/meridiane/reports',
      {
        ...{ name: language === 'fr' ? 'Synthèse du mois' : 'Overview of the month', cadence: 'month', hour: 8 },
        ...{ timezone: 'Europe/Paris', language, linkDays: 45, recipients: ['board@meridiane.example'] },
      },
      cookie,
    );
    const { id } = (await report.json()) as { id: string };
    const before = this.server.received.length;
    await ask(`organizations/meridiane/reports/${id}/trial`, {}, cookie);
    await this.server.until(before + 1);
    const [link] = this.server.received.at(-1)?.content.match(/http\S+issue#[\w-]{43}/) ?? [];
    if (!link) throw new Error('The mail holds no link.');
    return link;
  }

  close = () => this.server.close();
}
