import { type PipeTransform } from '@nestjs/common';
import { z } from 'zod';

const id = z.guid();

/** A random id in a path: what is none names nothing that there is. */
export class IdInPath implements PipeTransform<string, string> {
  constructor(private readonly refuse: () => never) {}

  transform(value: string): string {
    return id.safeParse(value).data ?? this.refuse();
  }
}
