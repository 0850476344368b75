import type { ImportField, ImportKind } from "#lib/imports/types.ts";

/** How often an address is asked. */
export const FETCH_RHYTHMS = ["hourly", "daily", "weekly"] as const;
export type FetchRhythm = (typeof FETCH_RHYTHMS)[number];

/** How we sign in there. */
export const SIGN_INS = ["none", "bearer", "basic"] as const;
export type SignIn = (typeof SIGN_INS)[number];

/** When a file is fetched, by the clocks of the workspace. */
export type FetchTimes = {
  rhythm: FetchRhythm;
  /** 0..23; of an hourly one it says nothing */
  atHour: number;
  /** 1 is Monday, 7 Sunday; of a weekly one */
  weekDay: number;
};

/** Why a fetch failed; a word that another version wrote is told as "other". */
export const FETCH_FAILURES = [
  "refused",
  "sign_in",
  "gone",
  "redirect",
  "inside",
  "timeout",
  "connection",
  "certificate",
  "web_page",
  "empty",
  "file",
  "secret",
  "broken_off",
  "other",
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

export const FETCH_OUTCOMES = ["imported", "unchanged", "failed"] as const;
export type FetchOutcome = (typeof FETCH_OUTCOMES)[number];

/** How a source is fetched: never the secret. Instants are ISO 8601 in UTC. */
export type SourceFetchView = FetchTimes & {
  url: string;
  signIn: SignIn;
  kind: ImportKind;
  /** null after it was given up */
  nextFetchAt: string | null;
  isRunning: boolean;
  /** In a row */
  failures: number;
};

/** One fetch, as the log of its source tells it. */
export type FetchTryView = {
  id: string;
  startedAt: string;
  /** Who asked for it; null for the schedule and who is gone */
  askedByName: string | null;
  isAsked: boolean;
  /** null while it runs */
  outcome: FetchOutcome | null;
  failure: FetchFailure | null;
  detail: string | null;
  answerStatus: number | null;
  byteCount: number | null;
  importId: string | null;
};

/** What a try of an address shows before it is saved. */
export type AddressPreview = {
  url: string;
  fileName: string;
  headers: readonly string[];
  /** The field that each column is read as; null where it is left out */
  fields: readonly (ImportField | null)[];
  rows: readonly (readonly string[])[];
  /** The program whose export it is; null for a plain table */
  format: string | null;
  /** Why it could not be imported as it is, in a sentence; null when it can */
  problem: string | null;
  /** Whether an earlier file of this source says how it is read */
  isRemembered: boolean;
};
