/** The head of a file that is enough to tell how it is written. */
export const SNIFF_BYTES = 65_536;

/** Bytes handled at once, so that a batch stays small whatever the source hands over. */
export const BLOCK_BYTES = 65_536;

/** A longer record is rejected; nothing longer is ever held in memory. */
export const MAX_RECORD_BYTES = 1_048_576;

/** A quote still open after so many lines or characters was never meant to open. */
export const MAX_QUOTED_LINES = 200;
export const MAX_QUOTED_LENGTH = 65_536;
