import { type Browser } from 'playwright-core';
import { inBrowser, launchBrowser } from './browser.js';
import { essorCommand, type RunningEssor, startEssor } from './running-essor.js';
import { administrator } from './walks/administrator.js';
import { animator } from './walks/animator.js';
import { consultant } from './walks/consultant.js';
import { dataProtectionOfficer } from './walks/data-protection-officer.js';
import { localLead } from './walks/local-lead.js';
import { type Person, type SignIn, welcome } from './walks/people.js';
import { projectManager } from './walks/project-manager.js';
import { LinkByMail } from './walks/link-by-mail.js';
import { sponsor } from './walks/sponsor.js';
import { loadWords } from './walks/untranslated.js';
import { Walker, type Way } from './walks/walker.js';

// Each of those for whom Essor is made does their job, from signing in to what they came for.
jest.setTimeout(600_000);

const ways: Way[] = [
  { language: 'fr', width: 1440, scheme: 'light' },
  { language: 'fr', width: 390, scheme: 'dark' },
  { language: 'en', width: 1440, scheme: 'dark' },
  { language: 'en', width: 390, scheme: 'light' },
];

inBrowser('at a browser', () => {
  let mail: LinkByMail;
  let essor: RunningEssor;
  let browser: Browser;
  let signIns: Record<Person, SignIn>;

  beforeAll(async () => {
    mail = await LinkByMail.open();
    essor = await startEssor(1500, (url) => mail.settings(url));
    await essorCommand(essor, 'seed', '--scenario', 'cnam', '--people', '1500', '--until', '2026-11-15');
    signIns = await welcome(essor);
    browser = await launchBrowser();
    await loadWords();
  }, 1_800_000);
  afterAll(async () => {
    await browser?.close();
    await essor?.stop();
    await mail?.close();
  }, 60_000);

  const walks: Record<Person, (walker: Walker) => Promise<void>> = {
    'project-manager': projectManager,
    sponsor: async (walker) =>
      sponsor(walker, browser, await mail.link(essor, signIns['project-manager'], walker.way.language)),
    consultant,
    animator,
    'local-lead': localLead,
    'data-protection-officer': dataProtectionOfficer,
    administrator,
  };

  describe.each(ways)('in $language, $width pixels wide, $scheme', (way) => {
    it.each(Object.keys(walks) as Person[])('%s does their job', async (person) => {
      const walker = await Walker.of(browser, essor.url, person, way);
      try {
        await walker.signIn(signIns[person]);
        await walks[person](walker);
      } finally {
        await walker.end();
      }
      expect(walker.faults).toEqual([]);
    });
  });
});
