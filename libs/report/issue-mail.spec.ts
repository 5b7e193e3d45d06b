import { languages } from '#domain/sentences/language.js';
import { issueMail } from './issue-mail.js';
import { issueOf } from './issue.js';
import { summaryPart } from './summary-part.js';
import { hostile, printing, sheet } from './testing/told-board.js';

const mailIn = (language: (typeof languages)[number]) =>
  issueMail({
    ...{ name: hostile, url: 'https://essor.example/issue#token', endsAt: new Date('2026-12-15T09:00:00Z') },
    ...{ timezone: 'Europe/Paris', isTrial: true },
    report: issueOf(
      { freshness: sheet.summary.freshness, part: (by) => summaryPart(sheet, by), changed: null },
      { ...printing, language, organization: { name: hostile, isInvented: false } },
    ),
  });

describe.each(languages)('an issue by mail in %s', (language) => {
  const { subject, text, html } = mailIn(language);

  it('shows what somebody wrote, and runs none of it', () => {
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<(img|script|link|iframe)/i);
    expect(subject + text + html).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(subject).not.toContain('\n');
  });

  it('opens the issue by its link, in both forms, and loads nothing', () => {
    for (const form of [text, html]) expect(form).toContain('https://essor.example/issue#token');
    expect(html).not.toMatch(/src="|url\(/);
  });
});

it('writes its colons as the language does', () => {
  expect(mailIn('en').text).not.toMatch(/\s:/);
  expect(mailIn('fr').text).toMatch(/\u202f:/);
});
