import { type NewLink } from '#contract/access.js';
import { type Language } from '#domain/sentences/language.js';
import { type Mail } from '#runtime/mailer.js';

interface LinkMail {
  language: Language;
  purpose: NewLink['purpose'];
  name: string;
  url: string;
  expiresAt: Date;
}

const words = {
  fr: {
    hello: (name: string) => `Bonjour ${name},`,
    invitation: {
      subject: 'Votre accès à Essor',
      say: 'Un accès à Essor vous a été ouvert. Choisissez votre mot de passe :',
    },
    reset: {
      subject: 'Votre mot de passe Essor',
      say: 'Vous pouvez choisir un nouveau mot de passe pour Essor :',
    },
    gesture: 'Choisir mon mot de passe',
    until: (when: string) => `Ce lien sert une seule fois, jusqu’au ${when}. Ne le transmettez à personne.`,
    otherwise: 'Si vous n’attendiez pas ce message, ne faites rien : votre compte reste comme il est.',
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    invitation: {
      subject: 'Your access to Essor',
      say: 'An access to Essor was opened for you. Choose your password:',
    },
    reset: {
      subject: 'Your Essor password',
      say: 'You may choose a new password for Essor:',
    },
    gesture: 'Choose my password',
    until: (when: string) => `This link works once, until ${when}. Pass it on to nobody.`,
    otherwise: 'If you did not expect this message, do nothing: your account stays as it is.',
  },
};

/** A link with which its reader chooses a password, as text and as HTML without anything to be loaded. */
export function linkMail({ language, purpose, name, url, expiresAt }: LinkMail): Mail {
  const { hello, gesture, until, otherwise, [purpose]: told } = words[language];
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  const when = `${new Intl.DateTimeFormat(language, format).format(expiresAt)} (UTC)`;
  const lines = [hello(name), told.say, url, until(when), otherwise];
  const [greeting, say, , lasts, ifNot] = lines.map(escaped);
  const html = [
    `<p>${greeting}</p><p>${say}</p>`,
    `<p><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2158d7;color:#ffffff;text-decoration:none">${gesture}</a></p>`,
    `<p style="word-break:break-all">${escaped(url)}</p><p>${lasts}</p><p>${ifNot}</p>`,
  ].join('\n');
  const page = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;color:#1a1b22;line-height:1.5">\n${html}\n</body></html>\n`;
  return { subject: told.subject, text: `${lines.join('\n\n')}\n`, html: page };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
