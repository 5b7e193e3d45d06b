import { hash } from 'node:crypto';
import { type CanonicalEvent } from '../event/canonical-event.js';
import { type Refusal } from './table.js';
import { TimesSeen } from './times-seen.js';

/** Different lines of one file that are kept apart, so that memory stays bounded; a longer file is cut by periods. */
export const mostLines = 5_000_000;

export const tooManyLines: Refusal = {
  id: null,
  code: 'too_many_lines',
  field: null,
  message: `Without ids, a file has at most ${mostLines.toLocaleString('en')} different lines.`,
};

/**
 * Ids of lines that have none: what the line says, and how often the file has said just that before. So the same file,
 * a shuffled one, and two files that overlap give the same ids; the lines of a file that are alike all count.
 */
export class ContentIds {
  private readonly seen: TimesSeen;

  constructor(most = mostLines) {
    this.seen = new TimesSeen(most);
  }

  /** Stands in for an id while a line is checked. */
  readonly any = 'line';

  /** `word`: the kind as the file has it, so that whoever corrects what a word means finds the same lines. Null = too many. */
  idOf({ occurredAt, actor, object, parent, group, target, quantity }: CanonicalEvent, word: string): string | null {
    const said = [occurredAt, word, actor, object, parent, group, target, quantity];
    const content = hash('sha256', JSON.stringify(said), 'hex');
    const times = this.seen.count(content);
    if (times === null) return null;
    return times === 1 ? `line:${content}` : `line:${content}:${times}`;
  }
}
