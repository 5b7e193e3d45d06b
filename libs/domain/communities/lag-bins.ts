/** A histogram of waiting times: bin i begins at `from[i]`, the last one has no end. Hours, ascending, from 0. */
export interface LagBins {
  from: readonly number[];
}

/** Hours of the calendar from a post to the first reply of somebody else. */
export const calendarBins: LagBins = { from: [0, 1, 2, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504] };

/** Hours of a working day, from 9:00 to 18:00. */
export const hoursOfWork = 9;

/** Hours of work: nine a day, from 9:00 to 18:00 on working days, in the author's zone and country. */
export const workingBins: LagBins = { from: [0, 1, 2, 3, 4, 6, 9, 13, 18, 27, 36, 45, 63, 90, 135] };

/** Hours from a post to its resolution. */
export const resolutionBins: LagBins = {
  from: [0, 12, 24, 48, 72, 96, 120, 144, 168, 216, 264, 336, 408, 504, 672, 1008, 1344],
};

/** Weeks of a group's life, four by four. */
export const lifeBins: LagBins = { from: Array.from({ length: 40 }, (_, bin) => bin * 4) };
