import { type Day } from '../calendar/day.js';

/** What a file of everybody would change in one entity: people counted, nobody named. */
export interface HeldPlace {
  /** The entity by its names from the top. */
  place: string;
  /** People known in it on that day; absent of files held by earlier versions. */
  known?: number | undefined;
  joined: number;
  left: number;
  /** Who comes from another entity, and who goes to one. */
  arrived: number;
  departed: number;
}

/** Why a file of everybody waits for somebody to look at it. */
export interface HeldSnapshot {
  /** The day on which the file was true. */
  day: Day;
  /** People known on that day. */
  known: number;
  joined: number;
  left: number;
  moved: number;
  /** Lines of people whom nobody can tell: they might be among those who would leave. */
  hasUnreadable: boolean;
  /** It is of the day of the first directory: what it says counts for the weeks before it too. Absent of earlier versions. */
  correctsFirst?: boolean | undefined;
  /** Those where most changes first. */
  places: HeldPlace[];
}
