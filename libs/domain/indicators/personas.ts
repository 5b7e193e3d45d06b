/** Ways of taking part (K23), by their value to a network; everyone activated is in exactly one. */
export const personas = ['engager', 'catalyst', 'responder', 'broadcaster', 'observer'] as const;
export type Persona = (typeof personas)[number];
