/** Points. */
export const page = { width: 595.28, height: 841.89, margin: 44, foot: 46 };
export const width = page.width - 2 * page.margin;

/** The colours of the light theme. */
export const ink = '#171b21';
export const soft = '#48515e';
export const faint = '#626d7b';
export const hairline = '#e3e6eb';
export const stronger = '#cbd1d9';
export const ours = '#2457d6';
export const plan = '#8a94a3';
export const sunken = '#eff1f4';
/** Of a comparison: the first is ours. */
export const contexts = ['#0c795b', '#c257a4', '#8a9345'];

export interface Style {
  font: 'text' | 'strong';
  size: number;
  colour: string;
  gap?: number;
}

/** What a program that reads PDF aloud or searches it cannot hold. */
export const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
