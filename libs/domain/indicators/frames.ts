import { type Indicator } from './indicator.js';

type Frame = Pick<Indicator, 'frame' | 'windows' | 'defaultWindow'>;

export const windows28: Frame = { frame: 'window', windows: [7, 28, 91, 365], defaultWindow: 28 };
export const windows365: Frame = { ...windows28, defaultWindow: 365 };
/** How long something takes, as of a Sunday. */
export const lag: Frame = { frame: 'lag', windows: [], defaultWindow: null };
export const only28: Frame = { ...windows28, windows: [28] };
export const state: Frame = { frame: 'state', windows: [], defaultWindow: null };
export const only91: Frame = { ...windows28, windows: [91], defaultWindow: 91 };
