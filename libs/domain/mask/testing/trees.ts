import { type EntityNode } from '../mask.js';

/** `entities('r=4 a<r=8 b<a=5@w1')`: key, parent, direct staff, wave. */
export function entities(text: string): EntityNode[] {
  return text.split(' ').map((row) => {
    const [place = '', staff = ''] = row.split('=');
    const [key = '', parent = null] = place.split('<');
    const [headcount, affinity = null] = staff.split('@');
    return { key, parent, headcount: Number(headcount), affinity };
  });
}
