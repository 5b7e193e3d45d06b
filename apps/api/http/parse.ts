import { Injectable, type PipeTransform } from '@nestjs/common';
import { type z } from 'zod';
import { Problem } from '#runtime/problem.js';

/** `@Body(new Parse(Shape)) body: Shape`: what comes in is parsed, not cast. Answers name the field, never its content. */
@Injectable()
export class Parse<Shape extends z.ZodType> implements PipeTransform<unknown, z.infer<Shape>> {
  constructor(readonly shape: Shape) {}

  transform(value: unknown): z.infer<Shape> {
    const result = this.shape.safeParse(value);
    if (result.success) return result.data;
    const errors = result.error.issues.slice(0, 20).map((issue) => ({
      field: issue.path.join('.'),
      code: issue.code,
      message: issue.code === 'unrecognized_keys' ? 'Unknown field' : issue.message,
    }));
    throw new Problem('invalid_request', 400, 'The request does not have the expected form.', { errors });
  }
}
