import {
  type EntityRow,
  type GroupRow,
  type MandateRow,
  type MemberRow,
  type PersonRow,
  type WaveRow,
} from '#connectors/csv/rows.js';
import { type Fact } from '#connectors/declared/fact-kind.js';
import { type TypedRow } from '#connectors/import-item.js';
import { type Located } from '#connectors/rejection.js';

/** Directories are small enough to be looked at whole, and must be: lines contradict one another. */
export class DirectoryRows {
  readonly entities: Located<EntityRow>[] = [];
  readonly people: Located<PersonRow>[] = [];
  readonly waves: Located<WaveRow>[] = [];
  readonly members: Located<MemberRow>[] = [];
  readonly groups: Located<GroupRow>[] = [];
  readonly mandates: Located<MandateRow>[] = [];
  readonly facts: Located<Fact>[] = [];

  /** Ids of lines that could not be read; null = one whose id could not be read either. */
  readonly refused = new Set<string | null>();

  add(item: Exclude<TypedRow, { type: 'event' }>): void {
    const { type, line, row } = item;
    if (type === 'entity') this.entities.push({ line, row });
    else if (type === 'person') this.people.push({ line, row });
    else if (type === 'wave') this.waves.push({ line, row });
    else if (type === 'member') this.members.push({ line, row });
    else if (type === 'group') this.groups.push({ line, row });
    else if (type === 'mandate') this.mandates.push({ line, row });
    else this.facts.push({ line, row });
  }
}
