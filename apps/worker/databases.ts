/** The worker's one door: everything that is counted, nothing of accounts. `@Inject(WORK_DB) work: DataSource`. */
export const WORK_DB = 'WORK_DB';
