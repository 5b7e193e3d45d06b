import { join } from 'node:path';
import { CsvFile } from './csv-file.js';
import { type Organisation } from './organisation.js';
import { type DemoFile, type DemoFileKind } from './scenario.js';
import { dayText } from './timeline.js';

const date = (day: number | null): string => (day === null || !Number.isFinite(day) ? '' : dayText(day));
const said = (fact: boolean): string => (fact ? 'true' : 'false');

const headers = {
  entities: 'entity_id,parent_id,name,kind,country,timezone',
  people: 'person_id,entity,manager_id,level,valid_from,valid_to,aliases,name,site,trade,bot',
  waves: 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities,target,curve',
  members: 'wave_id,person_id,from,to',
  groups: 'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,open,entity,planned_months',
  mandates: 'person_id,role,entity,from,to',
} satisfies Partial<Record<DemoFileKind, string>>;

/** Writes the six files of the directory, in the order in which they are to be imported. */
export async function writeDirectory(folder: string, organisation: Organisation): Promise<DemoFile[]> {
  const files: DemoFile[] = [];
  for (const kind of ['entities', 'people', 'waves', 'members', 'groups', 'mandates'] as const) {
    const file = new CsvFile(join(folder, `${kind}.csv`), headers[kind]);
    for (const row of rows[kind](organisation)) {
      file.row(...row);
      await file.drained();
    }
    await file.close();
    files.push({ kind, path: file.path, rows: file.rows });
  }
  return files;
}

type Rows = (organisation: Organisation) => Generator<(string | number)[]>;

const rows: Record<keyof typeof headers, Rows> = {
  *entities({ entities }) {
    for (const entity of entities) {
      const parent = entity.parent === null ? '' : (entities[entity.parent]?.id ?? '');
      yield [entity.id, parent, entity.name, entity.kind, entity.country, entity.timezone];
    }
  },
  *people({ people, entities }) {
    for (const person of people) {
      for (const posting of person.postings) {
        const entity = entities[posting.entity];
        const manager = posting.manager === null ? '' : (people[posting.manager]?.id ?? '');
        const place = [
          entity?.id ?? '',
          manager,
          person.bot ? '' : posting.level,
          date(posting.from),
          date(posting.to),
        ];
        yield [person.id, ...place, person.alias, person.name, entity?.site ?? '', person.trade, said(person.bot)];
      }
    }
  },
  *waves({ waves }) {
    for (const wave of waves) {
      const days = [wave.plannedStart, wave.plannedEnd, wave.actualStart, wave.actualEnd].map(date);
      const curve = wave.curve.map(([day, share]) => `${dayText(day)}:${share}`).join(';');
      yield [wave.id, wave.name, wave.kind, ...days, wave.entities.join(';'), wave.target, curve];
    }
  },
  *members({ memberships, people }) {
    for (const { wave, person, from } of memberships) yield [wave, people[person]?.id ?? '', date(from), ''];
  },
  *groups({ groups, people, entities }) {
    for (const group of groups) {
      const owners = group.owners.map((owner) => people[owner]?.id ?? '').join(';');
      const life = [date(group.created), date(group.archived), said(group.described), said(group.open)];
      yield [
        group.id,
        group.name,
        group.kind,
        people[group.creator]?.id ?? '',
        owners,
        ...life,
        entities[group.entity ?? -1]?.id ?? '',
        group.months ?? '',
      ];
    }
  },
  *mandates({ mandates, people, entities }) {
    for (const mandate of mandates) {
      const who = people[mandate.person]?.id ?? '';
      yield [who, mandate.role, entities[mandate.entity]?.id ?? '', date(mandate.from), date(mandate.to)];
    }
  },
};
