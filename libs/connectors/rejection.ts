/** One line that was refused, told without anything of what it held. `line` is where its record starts, from 1. */
export interface FileRejection {
  line: number;
  id: string | null;
  code: string;
  field: string | null;
  message: string;
}

export interface Located<T> {
  line: number;
  row: T;
}

export type Parsed<T> = Located<T> | { rejection: FileRejection };

/** The file as a whole cannot be read, or not in the way that was asked for; nothing of it goes in. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';

  constructor(
    readonly code: UnreadableFileCode,
    readonly field: string | null,
    message: string,
  ) {
    super(message);
  }
}

export type UnreadableFileCode =
  | 'empty_file'
  | 'missing_column'
  | 'duplicate_column'
  | 'too_many_columns'
  | 'unknown_column'
  | 'unknown_kind'
  | 'unsupported_encoding'
  | 'unknown_zone'
  | 'line_too_long'
  | 'zipped_file'
  | 'not_an_archive'
  | 'damaged_archive'
  | 'encrypted_archive'
  | 'too_many_entries'
  | 'archive_too_large'
  | 'zip_bomb'
  | 'unsupported_compression'
  | 'not_a_mattermost_export'
  | 'not_a_slack_export'
  | 'not_slack_analytics'
  | 'not_a_yammer_export'
  | 'only_totals'
  | 'rolling_report'
  | 'not_an_m365_report'
  | 'not_an_exo_export'
  | 'not_a_humhub_page'
  | 'not_a_discourse_page'
  | 'document_too_large'
  | 'not_a_workbook'
  | 'not_a_workplace_export'
  | 'not_a_zulip_export'
  | 'not_a_rocketchat_page'
  | 'not_a_rocketchat_export'
  | 'snapshot_held'
  | 'directory_known'
  /** It is in under another source, and would count twice. */
  | 'known_elsewhere';
