/** Days before this one have no partition, and cannot have one: what says so comes from an empty clock. */
export const firstLedgerDay = '1990-01-01';
