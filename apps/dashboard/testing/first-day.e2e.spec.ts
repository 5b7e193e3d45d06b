import { type Browser, type Page } from 'playwright-core';
import { ZipFile } from 'yazl';
import { inBrowser, launchBrowser, patience } from './browser.js';
import { type RunningEssor, startEssor } from './running-essor.js';

jest.setTimeout(2 * patience);

/** A name as somebody might give it who wants others to run it. */
const hostile = '<img src=/gone.png onerror=top.taken=1>';
const people = Array.from({ length: 40 }, (_, index) => ({
  id: 500 + index,
  location: index % 2 === 0 ? 'Lyon' : `Lille ${hostile}`,
}));
const dayBack = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What Viva Engage exports of forty people who have all written, one to three weeks ago. */
async function exportOfNetwork(): Promise<Buffer> {
  const users = people.map(({ id, location }) => `${id},P ${id},p${id}@example.org,${location},Atelier`);
  const messages = people.flatMap(({ id }, index) =>
    [8, 15, 22].map(
      (back) => `${id}${back},${id}${back},${id},${dayBack(back + (index % 3))}T09:00:00Z,Bonjour,,${index % 2}`,
    ),
  );
  const zip = new ZipFile();
  const add = (name: string, lines: string[]) => zip.addBuffer(Buffer.from(`${lines.join('\n')}\n`), name);
  add('Users.csv', ['id,name,email,location,department', ...users]);
  add('Groups.csv', ['id,name', '0,Atelier', `1,Idées ${hostile}`]);
  add('Messages.csv', ['id,thread_id,sender_id,created_at,body,attachments,group_id', ...messages]);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

inBrowser('the first day with an export file, in an empty Essor', () => {
  let essor: RunningEssor;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    essor = await startEssor(null);
    browser = await launchBrowser();
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' });
    context.setDefaultTimeout(patience);
    await context.addInitScript(`localStorage.setItem('essor.language', 'en')`);
    page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy|gone\.png/.test(message.text())) complaints.push(message.text());
    });
  }, 480_000);
  afterAll(async () => {
    await browser?.close();
    await essor?.stop();
  }, 60_000);

  it('leads from signing in to the figures of every entity by what the pages say', async () => {
    await page.goto(essor.url);
    await page.fill('input[type=email], input[name=email]', essor.email);
    await page.fill('input[type=password]', essor.password);
    await page.click('button[type=submit]');

    await page.waitForURL('**/new-organization');
    await page.getByLabel('Name of the organisation').fill('Atelier du Rhône');
    await page.getByRole('button', { name: 'Create the organisation' }).click();

    await page.waitForURL('**/o/atelier-du-rhone/sources**');
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'export.zip', mimeType: 'application/zip', buffer: await exportOfNetwork() },
    });
    await page.getByText('Recognised content: Viva Engage').waitFor();
    // Nothing is kept before employees were heard: what the file holds is told, and both dates are recorded.
    await page.getByText(/This file holds: \d+ lines · 40 accounts/).waitFor();
    await page.getByRole('link', { name: 'Fill it in on the page Privacy' }).click();
    await page.getByRole('combobox', { name: 'Country of the seat' }).fill('France');
    await page.getByRole('option', { name: 'France', exact: true }).click();
    await page.getByRole('button', { name: 'Record the country' }).click();
    await page.getByLabel('Representatives consulted on').fill(dayBack(30));
    await page.getByLabel('Employees informed on').fill(dayBack(25));
    await page.getByRole('button', { name: 'Record the dates' }).click();
    await page.getByText('Employees and their representatives have been heard').waitFor();

    await page.goto(`${essor.url}/o/atelier-du-rhone/sources`);
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'export.zip', mimeType: 'application/zip', buffer: await exportOfNetwork() },
    });
    await page.getByText('Recognised content: Viva Engage').waitFor();
    await page.getByRole('button', { name: 'Hand in the file' }).click();

    // Who works where is proposed from the accounts, and taken over by a person.
    await page.getByRole('button', { name: 'Take this tree over' }).click();
    // Nothing is published before somebody says that everything is in.
    await page.getByRole('button', { name: 'Take this tree over' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Everything is in: publish' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await read('entities', /Lille <img src=/);
    await read('overview', /people acted/);

    // Files of other kinds, dropped anywhere on the page, while it loads.
    await dropIn('groupes.csv', 'group_id,name,kind\nyammer:1,Idées,community\n');
    await dropIn(
      'bilan-2025.csv',
      'wave_or_entity,period_end,indicator,numerator,denominator,source,definition\n,2025-12-31,K20,18,40,Bilan,actifs\n',
    );
    // Names were drawn as they are written: none made an element of its own.
    expect(complaints).toEqual([]);
  });

  async function dropIn(name: string, text: string): Promise<void> {
    await page.goto(`${essor.url}/o/atelier-du-rhone/sources`);
    const dataTransfer = await page.evaluateHandle(
      ([file = '', content = '']) => {
        const data = new DataTransfer();
        data.items.add(new File([content], file, { type: 'text/csv' }));
        return data;
      },
      [name, text],
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer });
    await page.getByText('Recognised content').waitFor();
    await page.getByRole('button', { name: 'Hand in the file' }).click();
    await page.getByRole('listitem').filter({ hasText: name }).getByText('went in').waitFor();
  }

  /** Opens a page until what is counted meanwhile is there. */
  async function read(name: string, text: RegExp): Promise<void> {
    for (const end = Date.now() + patience; ;) {
      await page.goto(`${essor.url}/o/atelier-du-rhone/${name}`);
      await page.waitForSelector('main h1');
      await page.waitForSelector('main [aria-busy=true]', { state: 'detached' });
      const shown = await page.locator('main').innerText();
      if (text.test(shown)) return;
      if (Date.now() > end) throw new Error(`${name} does not show ${String(text)}:\n${shown.slice(0, 1000)}`);
    }
  }
});
