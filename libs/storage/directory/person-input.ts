/** A line of the directory of people: one person during one period. */
export interface PersonInput {
  personId: string;
  /** Null: in no entity during that time. */
  entity: string | null;
  managerId: string | null;
  level: number | null;
  validFrom: string | null;
  validTo: string | null;
  aliases: readonly string[];
  name: string | null;
  site: string | null;
  trade: string | null;
  /** Absent or null where it is not said. */
  manages?: boolean | null;
  bot: boolean;
}

export interface NumberedPerson {
  line: number;
  row: PersonInput;
}

/** `link`: the person goes in without it. */
export interface PersonRefusal {
  line: number;
  id: string;
  code: 'alias_taken' | 'unknown_manager';
  field: string;
  message: string;
}
