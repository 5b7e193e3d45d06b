import { type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '#runtime/problem.js';

const number = z.coerce.number().int().min(1).max(2_147_483_647);

export const unknownPull = () => new Problem('unknown_source', 404, 'There is no such source that is fetched.');

/** The number of a source in a path. */
export class SourceNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    const parsed = number.safeParse(value);
    if (!parsed.success) throw unknownPull();
    return parsed.data;
  }
}
