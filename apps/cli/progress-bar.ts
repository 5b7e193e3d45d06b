const width = 30;

/** One line that is drawn over on a terminal; elsewhere a line at every tenth. */
export class ProgressBar {
  private tenth = -1;
  private drawn = false;

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  show(label: string, done: number, total: number): void {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    if (this.out.isTTY) {
      const full = Math.round(share * width);
      const bar = '█'.repeat(full) + '·'.repeat(width - full);
      this.out.write(`\r\u001b[K${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${label}`);
      this.drawn = true;
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth === this.tenth) return;
    this.tenth = tenth;
    this.out.write(`${String(tenth * 10).padStart(3)} %  ${label}\n`);
  }

  /** Leaves the last line standing and begins a new one, with what is to be said in the end. */
  end(said?: string): void {
    if (this.drawn) this.out.write('\n');
    if (said !== undefined) this.out.write(`${said}\n`);
    this.drawn = false;
    this.tenth = -1;
  }
}
