import { type Vocabulary } from '#domain/events/vocabulary.js';
import { textProblem } from '../event/text-problem.js';
import { type Meaning, nameLength, namesOf } from './vocabulary.js';

/** What one source means by the names of one vocabulary: its own entries first, then what the names usually mean. */
export class NameTable {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly own: ReadonlyMap<string, Meaning> = new Map(),
  ) {}

  /** The first of these names that means something; undefined if none does. The most exact name comes first. */
  meaningOf(...names: readonly string[]): Meaning | undefined {
    for (const name of names) {
      const normal = this.normal(name);
      const known = this.own.has(normal) ? this.own.get(normal) : namesOf[this.vocabulary].meaning(normal);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  normal(name: string): string {
    return namesOf[this.vocabulary].normal(name);
  }
}

/** Whether a name may be kept and shown: short, printable, and not the address of somebody. */
export function isKeepableName(name: string): boolean {
  return name.trim() !== '' && !name.includes('@') && textProblem(name, nameLength) === null;
}
