import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { addDays, type Day } from '#domain/calendar/day.js';
import { runImport } from '#pipeline/import/run-import.js';
import { createOrganization } from '#storage/directory/organization.js';
import { createKey } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { Dice } from '../../demo/dice.js';

export interface Client {
  slug: string;
  organizationId: string;
  key: string;
  events: object[];
}

const firstDay: Day = '2025-03-03';
const days = 28;
const people = 240;
const kinds = ['login', 'login', 'view', 'view', 'post', 'comment', 'reaction'] as const;

/** An organisation with its directory, and what its network will tell, in the order of time. */
export async function foundClient(owner: DataSource, slug: string, count: number): Promise<Client> {
  const facts = { slug, name: slug, class: 'synthetic', timezone: 'Europe/Paris' } as const;
  const organizationId = await createOrganization(owner, facts);
  const sites = ['lyon', 'lille', 'nantes'];
  const files = {
    entities: ['entity_id,parent_id,name', 'top,,Top', ...sites.map((site) => `${site},top,${site}`), ''].join('\n'),
    people: [
      'person_id,entity',
      ...Array.from({ length: people }, (_, person) => `p${person},${sites[person % 3]}`),
      '',
    ].join('\n'),
  };
  for (const [kind, text] of Object.entries(files)) {
    const report = await runImport(owner, {
      ...{ organizationId, kind, fileName: `${kind}.csv`, settings: {} },
      ...{ input: fileInMemory(Buffer.from(text)), now: new Date() },
    });
    if (report.state !== 'done' || report.rejected > 0) throw new Error(JSON.stringify(report));
  }
  const source = await ensureSource(owner, organizationId, { name: 'client', kind: 'http' });
  const { key } = await createKey(owner, organizationId, source);
  const dice = new Dice(20_261_123, slug);
  const events = Array.from({ length: count }, (_, serial) => {
    const day = addDays(firstDay, Math.floor((serial / count) * days));
    const [hour, minute] = [dice.between(0, 23), dice.between(0, 59)].map((part) => String(part).padStart(2, '0'));
    return {
      id: `${dice.between(0x10000000, 0xffffffff).toString(16)}-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
      occurred_at: `${day}T${hour}:${minute}:00Z`,
      ...{ kind: dice.pick(kinds), actor: `p${dice.between(0, people - 1)}`, object: `thing-${dice.between(0, 400)}` },
    };
  });
  return { slug, organizationId, key, events };
}
