/** How many organisations a property draws: `npm run attack` draws twenty times as many as it attacks, others every time. */
export const attackRuns = (few: number): number => Math.max(few, 20 * Number(process.env.ESSOR_ATTACK_RUNS ?? 0));
