import type { ImportCounts, ImportKind } from "#lib/imports/types.ts";

/** Line, header and words of the reason; the words are a part of the sentence that a person reads. */
export type ExpectedReject = readonly [line: number, column: string, words: string];

/** How one upload must end. */
export type ExpectedEnd =
  | { counts: ImportCounts; rejects: readonly ExpectedReject[] }
  /** Words of the reason why nothing of the file was imported */
  | { failure: string }
  /** Words of the reason why the file was not even taken */
  | { turnedAway: string };

export type Bytes = () => Uint8Array | Promise<Uint8Array>;

/** One upload of a case. */
export type CorpusStep = {
  fileName: string;
  bytes: Bytes;
  /** As the API takes it. */
  mapping?: object;
  ends: ExpectedEnd;
};

/** What a workspace that was empty before must hold after all uploads of a case. */
export type Holdings = {
  customers: number;
  orders: number;
  revenueMinor: number;
  /** First and last day of the orders, YYYY-MM-DD */
  days: readonly [string, string] | null;
};

/** Uploads into an empty workspace in euros, one after the other, and what must come of them. */
export type CorpusCase = {
  /** Ends the sentence "the import of …". */
  name: string;
  kind: ImportKind;
  steps: readonly CorpusStep[];
  holds: Holdings;
  /** Customer numbers in the order of their code points, where spelling is what the case is about */
  customers?: readonly string[];
};
