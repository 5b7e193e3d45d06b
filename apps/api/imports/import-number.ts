import { type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Problem } from '#runtime/problem.js';

const number = z.coerce.number().int().min(1).max(2_147_483_647);

/** The number of an import in a path. */
export class ImportNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    const parsed = number.safeParse(value);
    if (!parsed.success) throw new Problem('unknown_import', 404, 'There is no such import.');
    return parsed.data;
  }
}
