/** Bytes of an entry: the first 64 bits of a hash, and how often it was seen. A Map would take ten times as much. */
const width = 3;
const fullest = 0.7;

/** Counts how often each of many hashes was seen, in bounded memory: about 20 bytes for each. */
export class TimesSeen {
  private slots = 1024;
  private table = new Uint32Array(this.slots * width);
  private different = 0;

  constructor(private readonly most: number) {}

  /** How often with this time. Null where it is a new one, and there are too many already. `hex`: 16 digits or more of a hash. */
  count(hex: string): number | null {
    const [high, low] = [parseInt(hex.slice(0, 8), 16), parseInt(hex.slice(8, 16), 16)];
    const at = this.slotOf(this.table, high, low);
    if (this.table[at + 2] === 0) {
      if (this.different >= this.most) return null;
      this.different++;
      this.table.set([high, low], at);
    }
    const times = (this.table[at + 2] ?? 0) + 1;
    this.table[at + 2] = times;
    if (this.different > this.slots * fullest) this.grow();
    return times;
  }

  /** Where the hash stands, or would. */
  private slotOf(table: Uint32Array, high: number, low: number): number {
    let slot = low & (this.slots - 1);
    for (;;) {
      const at = slot * width;
      if (table[at + 2] === 0 || (table[at] === high && table[at + 1] === low)) return at;
      slot = (slot + 1) & (this.slots - 1);
    }
  }

  private grow(): void {
    const before = this.table;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * width);
    for (let from = 0; from < before.length; from += width) {
      if (before[from + 2] === 0) continue;
      const at = this.slotOf(this.table, before[from] ?? 0, before[from + 1] ?? 0);
      this.table.set(before.subarray(from, from + width), at);
    }
  }
}
