/** What an organisation of real people may switch on once those who watch over them were told (rules 4.7); the rest is always on. */
export const modules = ['exemplarity', 'relays', 'influence', 'personas', 'ties', 'rhythm'] as const;
export type Module = (typeof modules)[number];
