import { omnipresentShare } from './stories.js';

/** Corrections come a week late, and lag behind a growing network. */
const AIM = omnipresentShare + 0.02;

/** Keeps one level's share of everything written near its aim, whatever the size of the demo. */
export class Voices {
  /** By how much that level writes more than others of its kind. */
  boost = 12;
  private own = 0;
  private total = 0;

  constructor(private readonly level: number) {}

  heard(level: number): void {
    this.total++;
    if (level === this.level) this.own++;
  }

  /** Weighs the weeks behind, the last one most, and corrects the next. */
  weekEnds(): void {
    if (this.total >= 12) {
      const share = Math.max(0.02, this.own / this.total);
      const odds = (AIM / (1 - AIM)) * ((1 - share) / share);
      this.boost = Math.min(120, Math.max(1, this.boost * Math.min(1.8, Math.max(0.6, odds)) ** 0.7));
    }
    this.own *= 0.6;
    this.total *= 0.6;
  }
}
