/** A place in the log of the server, in bytes since it was made. */
export type LogPosition = bigint;

/** `16/B374D848` as PostgreSQL writes it. */
export function positionOf(text: string): LogPosition {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export const written = (position: LogPosition): string =>
  `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase();

const hex = (number: bigint) => number.toString(16).toUpperCase().padStart(8, '0');

/** The segment files of one server: `size` bytes each, on one timeline. */
export class Segments {
  constructor(
    readonly timeline: string,
    readonly size: bigint,
  ) {}

  /** Of the file that holds this place. */
  nameAt(position: LogPosition): string {
    const number = position / this.size;
    const perGroup = 0x100000000n / this.size;
    return `${this.timeline}${hex(number / perGroup)}${hex(number % perGroup)}`;
  }

  startAt = (position: LogPosition): LogPosition => (position / this.size) * this.size;

  /** Where the file of this name begins. */
  startOf(name: string): LogPosition {
    const perGroup = 0x100000000n / this.size;
    return (BigInt(`0x${name.slice(8, 16)}`) * perGroup + BigInt(`0x${name.slice(16, 24)}`)) * this.size;
  }
}

export const isSegment = (name: string): boolean => /^[0-9A-F]{24}$/.test(name);
