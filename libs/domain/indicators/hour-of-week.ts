/** Name of an hour of the week among published counts: 0 = Monday from midnight … 167 = Sunday from eleven in the evening. */
export const hourOfWeek = (hour: number): `h${number}` => `h${hour}`;
