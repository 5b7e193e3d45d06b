/** What a reader did, or found, that whoever hands the file in should know although nothing was refused for it. */
export type NoteCode =
  /** The bytes are not UTF-8: they were read as Windows-1252. */
  | 'read_as_windows_1252'
  /** A local time that the clocks showed twice; the first was taken. */
  | 'doubled_local_time'
  /** The file hides the names of people: they cannot be found in the directory. */
  | 'concealed_names'
  /** The file tells totals since ever: its people were taken in, and what they did was not. */
  | 'people_only'
  /** People said to manage nobody have reports: they are managers. */
  | 'reports_outweigh'
  /** Accounts say where they work: a tree is proposed. */
  | 'tree_proposed'
  /** How many people, entities they are in, and managers a directory file tells. */
  | 'directory_people'
  | 'directory_entities'
  | 'directory_managers'
  /** What a directory that holds everybody changed: people who came, left, went elsewhere, and have another manager. */
  | 'directory_joined'
  | 'directory_left'
  | 'directory_moved'
  | 'directory_led_by_others'
  /** A file of everybody that counts from the start: the first, or one of its day that corrects it. */
  | 'directory_first'
  | 'directory_corrects_first'
  /** Of how many people a directory file says who manages them, whether they manage, their level, their days, site and trade. */
  | 'directory_links'
  | 'directory_said'
  | 'directory_levels'
  | 'directory_days'
  | 'directory_sites'
  | 'directory_trades'
  /** People of the directory whom a file that does not hold everybody leaves as they are. */
  | 'not_in_file'
  /** Lines of an export by what they are, where they are not all events, and what it holds that is nobody's act. */
  | 'read_events'
  | 'read_accounts'
  | 'read_groups'
  | 'left_aside'
  /** Most of its events are known under another source: they count twice. */
  | 'known_elsewhere';

export type OnNote = (code: NoteCode) => void;
