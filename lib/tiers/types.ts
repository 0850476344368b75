import type { ContactChannel } from "#lib/workspaces/types.ts";

/** What the share at which a tier ends is a share of. */
export const CUT_BASES = ["customers", "value"] as const;
export type CutBase = (typeof CUT_BASES)[number];

export const LEAST_TIERS = 2;
export const MOST_TIERS = 6;
export const MOST_LINES = 3;

/** How customers of a tier are treated. Money in minor units of the workspace's currency. */
export type Treatment = {
  responseHours: number;
  goodwillLimitMinor: number;
  channel: ContactChannel;
  isCalledBack: boolean;
  asksPerQuarter: number;
  lines: readonly string[];
};

/** A tier, the most valuable first. `share` 0..1 is where it ends, counted from the first customer; null: the rest. */
export type Tier = Treatment & { name: string; share: number | null };

/** What no tier may go below: no slower, no meaner, no more of a burden. */
export type TierFloor = {
  slowestResponseHours: number;
  leastGoodwillMinor: number;
  mostAsksPerQuarter: number;
};

export type TierPolicy = { cutBy: CutBase; tiers: readonly Tier[]; floor: TierFloor };

/** The policy in force. `version` 0 is the usual one, which nobody has changed; the instant is ISO 8601 in UTC. */
export type CurrentPolicy = TierPolicy & {
  version: number;
  changedAt: string | null;
  /** A member's name; null for who is not known any more */
  changedBy: string | null;
};

/** Where tiers end and what they are called, as a run uses and keeps it. */
export type TierCuts = {
  by: CutBase;
  tiers: readonly { name: string; share: number | null }[];
};

/** What became of complaints under a promise. Counts of complaints; the interval is 95 %, null without a closed one. */
export type KeptPromise = {
  /** Opening hours */
  promisedHours: number;
  closed: number;
  within: number;
  /** Open, and past the promise */
  late: number;
  interval: readonly [low: number, high: number] | null;
};

/** What was kept of a policy: by tier of the last run, and of the floor that holds for everybody. */
export type PolicyAdherence = {
  tiers: readonly (KeptPromise & { name: string })[];
  floor: KeptPromise;
  /** Whether hours stand still while the workspace is closed */
  hasCalendar: boolean;
};
