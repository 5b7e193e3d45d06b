/** The worker's door: everything that is counted, nothing of accounts. `@Inject(WORK_DB) work: DataSource`. */
export const WORK_DB = 'WORK_DB';
/** For reports alone, which say what pages say: publications, and nothing that is not published. */
export const READ_DB = 'READ_DB';
/** For reports alone: to whom they go, and whether their maker still sees what they tell. */
export const APP_DB = 'APP_DB';
