/** House words begin a column or a title with a capital. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
