import { linkMail } from './link-mail.js';

const told = {
  ...{ name: 'Ines <script>alert(1)</script> & Co', url: 'https://essor.example/choose-password#secret' },
  expiresAt: new Date('2026-11-29T10:00:00Z'),
};

describe('a mail with a link', () => {
  it.each([
    ['fr', 'invitation', 'Votre accès à Essor', /29 novembre 2026.*10:00 \(UTC\)/],
    ['en', 'reset', 'Your Essor password', /November 29, 2026.*10:00 AM \(UTC\)/],
  ] as const)('speaks %s for an %s', (language, purpose, subject, until) => {
    const mail = linkMail({ ...told, language, purpose });
    expect(mail.subject).toBe(subject);
    expect(mail.text).toMatch(until);
    expect(mail.text).toContain(`\n\n${told.url}\n\n`);
    expect(mail.html).toContain(`lang="${language}"`);
  });

  it('writes a name as text, and loads nothing', () => {
    const { html } = linkMail({ ...told, language: 'en', purpose: 'invitation' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('Ines &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co');
    expect(html).not.toMatch(/src=|url\(|<link|<img/);
  });
});
