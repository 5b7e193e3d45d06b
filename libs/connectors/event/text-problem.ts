export type TextProblem = 'too_long' | 'control_character' | 'bad_encoding';

/** What keeps a text from being stored as it is: its length, characters that the database refuses, or bytes that were not UTF-8. */
export function textProblem(text: string, maximum: number): TextProblem | null {
  if (text.length > maximum) return 'too_long';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 && unit < 0x7f) continue;
    if (unit < 0xa0) return 'control_character';
    // What a decoder puts in the place of bytes it could not read.
    if (unit === 0xfffd) return 'bad_encoding';
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(index + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return 'bad_encoding';
      index++;
    }
  }
  return null;
}

export const textMessages: Record<TextProblem, string> = {
  too_long: 'The text is longer than this field may be.',
  control_character: 'The text holds a control character.',
  bad_encoding: 'The text is not valid UTF-8.',
};
