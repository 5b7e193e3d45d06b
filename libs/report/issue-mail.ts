import { type Language, localeOf } from '#domain/sentences/language.js';
import { figureWords } from './figure-words.js';
import { type Report } from './report.js';

export interface IssueMail {
  /** As its maker named it. */
  name: string;
  report: Report;
  url: string;
  endsAt: Date;
  timezone: string;
  isTrial: boolean;
}

const words = {
  fr: {
    trial: 'Essai : ',
    open: 'Lire le rapport',
    until: (when: string) =>
      `Ce lien se lit sans compte, jusqu’au ${when} ou jusqu’au prochain envoi. Il ne montre que cette page.`,
    why: (organization: string) =>
      `Vous recevez ce message parce que ${organization} a inscrit votre adresse à ce rapport. Pour ne plus le recevoir, dites-le à qui vous l’envoie.`,
  },
  en: {
    trial: 'Trial: ',
    open: 'Read the report',
    until: (when: string) =>
      `This link is read without an account, until ${when} or until the next issue. It shows this page and nothing else.`,
    why: (organization: string) =>
      `You receive this message because ${organization} put your address on this report. To receive it no more, tell whoever sends it.`,
  },
} satisfies Record<Language, object>;

/** An issue as text and as HTML: nothing is loaded, nothing is counted. */
export function issueMail({ name, report, url, endsAt, timezone, isTrial }: IssueMail) {
  const { language, organization } = report;
  const { trial, open, until, why } = words[language];
  const { colon } = figureWords[language];
  const part = report.parts[0]!;
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: timezone } as const;
  const lasts = until(`${new Intl.DateTimeFormat(localeOf(language), format).format(endsAt)} (${timezone})`);
  const figures = part.figures.map(
    ({ label, value, people }) => [label, [value, people].filter(Boolean).join(' · ')] as const,
  );
  const subject = spaced(`${isTrial ? trial : ''}${name} · ${organization}`).replace(/\s+/g, ' ');
  const text = [
    part.finding,
    ...(part.beside ? [part.beside] : []),
    figures.map(([label, value]) => `- ${label}${colon}${value}`).join('\n'),
    ...part.lists.flatMap(({ title, items, none }) => [
      [title.toUpperCase(), ...(items.length > 0 ? items.map((item, place) => `${place + 1}. ${item}`) : [none])].join(
        '\n',
      ),
    ]),
    `${open}${colon.trimEnd()}\n${url}`,
    lasts,
    report.scope,
    why(organization),
  ];
  const cell = 'style="padding:6px 16px 6px 0;vertical-align:top"';
  const html = [
    `<h1 style="font-size:20px;line-height:1.35;margin:0 0 8px">${escaped(part.finding)}</h1>`,
    ...(part.beside ? [`<p>${escaped(part.beside)}</p>`] : []),
    `<table role="presentation" style="border-collapse:collapse;margin:16px 0">${figures
      .map(([label, value]) => `<tr><td ${cell}>${escaped(label)}</td><td ${cell}><b>${escaped(value)}</b></td></tr>`)
      .join('')}</table>`,
    ...part.lists.map(({ title, items, none }) =>
      items.length > 0
        ? `<h2 style="font-size:15px">${escaped(title)}</h2><ol style="padding-left:20px">${items.map((item) => `<li style="margin:4px 0">${escaped(item)}</li>`).join('')}</ol>`
        : `<h2 style="font-size:15px">${escaped(title)}</h2><p>${escaped(none)}</p>`,
    ),
    `<p><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2158d7;color:#ffffff;text-decoration:none">${open}</a></p>`,
    `<p style="word-break:break-all">${escaped(url)}</p><p>${escaped(lasts)}</p>`,
    `<p style="font-size:13px;color:#48515e">${escaped(report.scope)}</p><p style="font-size:13px;color:#48515e">${escaped(why(organization))}</p>`,
  ].join('\n');
  const page = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;color:#1a1b22;line-height:1.5;max-width:640px">\n${html}\n</body></html>\n`;
  return { subject, text: `${text.map(spaced).join('\n\n')}\n`, html: page };
}

/** Control characters have no place in a mail. */
const spaced = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ');
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => spaced(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
