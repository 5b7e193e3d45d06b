import { type Dice } from './dice.js';

interface Post {
  id: string;
  author: number;
  /** Seconds since 1970-01-01 UTC. */
  instant: number;
  group: number;
}

const HERE = 40;
const EVERYWHERE = 600;
const FRESH = 21 * 86_400;

/** Share of reactions and comments that go to another entity when there is something at home. */
const ACROSS = 0.2;

/** When home has nothing fresh, most look elsewhere: small sites live from the posts of others. */
const LOOK_FURTHER = 0.75;

/** Recent posts, at home and elsewhere, from which people choose what to answer. */
export class Conversation {
  private readonly local = new Map<number, Post[]>();
  private readonly all: Post[] = [];
  private count = 0;

  /** `quiet`: so little is written that most of what is remembered is old. */
  constructor(private readonly quiet: boolean) {}

  publish(entity: number, post: Post): void {
    const here = this.local.get(entity);
    if (!here) this.local.set(entity, [post]);
    else {
      here.push(post);
      if (here.length > HERE * 2) here.splice(0, HERE);
    }
    this.all[this.count++ % EVERYWHERE] = post;
  }

  /** A fresh post written before `instant` by somebody else, or null when nothing was found. */
  find(entity: number, reader: number, instant: number, dice: Dice): Post | null {
    const here = dice.chance(ACROSS) ? undefined : this.local.get(entity);
    if (here) {
      for (let attempt = 0; attempt < 4; attempt++) {
        // The newest are at the top of the page, and are chosen more often.
        const reach = Math.min(here.length, HERE);
        const post = here[here.length - 1 - Math.floor(reach * dice.share() ** 2)];
        if (post && canBeAnswered(post, reader, instant)) return post;
      }
      if (!dice.chance(LOOK_FURTHER)) return null;
    }
    for (let attempt = 0; attempt < 4; attempt++) {
      const post = this.all[Math.floor(dice.share() * this.all.length)];
      if (post && canBeAnswered(post, reader, instant)) return post;
    }
    return this.quiet ? this.newest(reader, instant) : null;
  }

  /** In a quiet network the last thing that was said is found all the same. */
  private newest(reader: number, instant: number): Post | null {
    for (let back = 1; back <= this.all.length; back++) {
      const post = this.all[(this.count - back) % EVERYWHERE];
      if (post && canBeAnswered(post, reader, instant)) return post;
    }
    return null;
  }
}

const canBeAnswered = ({ author, instant: written }: Post, reader: number, instant: number): boolean =>
  author !== reader && written < instant && instant - written < FRESH;
