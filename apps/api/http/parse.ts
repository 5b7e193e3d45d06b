import { Injectable, type PipeTransform } from '@nestjs/common';
import { type z } from 'zod';
import { Problem } from '#runtime/problem.js';

/** `@Body(new Parse(Shape)) body: Shape`: what comes in is parsed, not cast. Answers name the field, never its content. */
@Injectable()
export class Parse<Shape extends z.ZodType> implements PipeTransform<unknown, z.infer<Shape>> {
  constructor(readonly shape: Shape) {}

  transform(value: unknown): z.infer<Shape> {
    const result = this.shape.safeParse(value);
    // Only what the shape let through is walked: it bounds how much that is.
    const broken = result.success ? brokenText(result.data) : null;
    if (result.success && broken === null) return result.data;
    const errors = broken
      ? [{ field: broken.join('.'), code: 'bad_encoding', message: 'The text is not valid UTF-8.' }]
      : (result.error?.issues ?? []).slice(0, 20).map((issue) => ({
          field: issue.path.join('.'),
          code: issue.code,
          message: issue.code === 'unrecognized_keys' ? 'Unknown field' : issue.message,
        }));
    throw new Problem('invalid_request', 400, 'The request does not have the expected form.', { errors });
  }
}

/** Where half a character stands, or a NUL, which no column holds; keys are fields and checked by their shape. */
function brokenText(value: unknown): string[] | null {
  if (typeof value === 'string') return isWellFormed(value) && !value.includes('\0') ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const path = brokenText(inner);
    if (path) return [key, ...path];
  }
  return null;
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);
