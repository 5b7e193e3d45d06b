/** Inches. */
export const margin = 0.6;
export const width = 13.333 - 2 * margin;

export const face = 'Calibri';
/** The colours of the light theme. */
export const ink = '171B21';
export const soft = '48515E';
export const hairline = 'CBD1D9';
export const ours = '2457D6';
export const plan = '8A94A3';
