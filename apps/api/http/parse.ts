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

interface Place {
  value: unknown;
  key: string;
  above: Place | null;
}

/**
 * Where half a character stands, or a NUL, which no column holds; keys are fields and checked by their shape. What a shape
 * leaves open may be thousands deep: nothing here calls itself.
 */
function brokenText(value: unknown): string[] | null {
  const places: Place[] = [{ value, key: '', above: null }];
  // A list that grows while it is walked through.
  for (const place of places) {
    if (typeof place.value === 'string' && (!isWellFormed(place.value) || place.value.includes('\0')))
      return pathTo(place);
    if (typeof place.value !== 'object' || place.value === null) continue;
    for (const [key, inner] of Object.entries(place.value)) places.push({ value: inner, key, above: place });
  }
  return null;
}

function pathTo(place: Place): string[] {
  const path: string[] = [];
  for (let at = place; at.above; at = at.above) path.unshift(at.key);
  return path;
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);
