import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors/index.ts";

/** What is limited: how many times within how many seconds. Counters live in Postgres, one truth for all copies. */
const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const LIMITS = {
  /** One address guessing at one account */
  sign_in_pair: { points: 10, duration: QUARTER_HOUR },
  /** One address guessing at many accounts */
  sign_in_address: { points: 100, duration: QUARTER_HOUR },
  /** Many addresses guessing at one account */
  sign_in_account: { points: 50, duration: HOUR },
  /** A browser the account was used in before: none of the three above counts for it */
  sign_in_device: { points: 10, duration: QUARTER_HOUR },
  code_account: { points: 10, duration: QUARTER_HOUR },
  code_device: { points: 10, duration: QUARTER_HOUR },
  /** Who knows the password and guesses patiently: 50 codes of a million a day */
  code_account_day: { points: 50, duration: DAY },
  code_device_day: { points: 50, duration: DAY },
  /** Somebody signed in who is asked for the password again */
  password_check: { points: 10, duration: QUARTER_HOUR },
  sign_up_address: { points: 20, duration: HOUR },
  reset_address: { points: 20, duration: HOUR },
  reset_account: { points: 5, duration: HOUR },
  verification_mail: { points: 5, duration: HOUR },
  invitation_address: { points: 60, duration: QUARTER_HOUR },
  /** Nobody's mailbox fills, and no workspace sends for strangers */
  invitation_mail_workspace: { points: 100, duration: DAY },
  invitation_mail_recipient: { points: 3, duration: DAY },
  api_key: { points: 600, duration: 60 },
} as const;
export type Limit = keyof typeof LIMITS;

export type LimitState = { limit: number; remaining: number; resetSeconds: number };

const kept = globalThis as typeof globalThis & {
  throughlineLimiters?: Map<Limit, RateLimiterPostgres>;
};

/**
 * Count one use of `limit` by `key`. The key is stored as a hash: it may be an address of a person.
 *
 * @throws DomainError `too_many_requests` with the seconds to wait
 */
export async function countUse(limit: Limit, key: string): Promise<LimitState> {
  try {
    const result = await limiters().get(limit)?.consume(hashed(key));
    return stateOf(limit, result);
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError("too_many_requests", waitSentence(retryAfterSeconds), {
      retryAfterSeconds,
    });
  }
}

/** Count one use of `limit` by `key` if there is one left: whether there was. */
export async function hasUse(limit: Limit, key: string): Promise<boolean> {
  try {
    await countUse(limit, key);
    return true;
  } catch (refused) {
    if (refused instanceof DomainError && refused.code === "too_many_requests") return false;
    throw refused;
  }
}

/** Take one use of `limit` by `key` back: what was right is no guess. */
export async function returnUse(limit: Limit, key: string): Promise<void> {
  await limiters().get(limit)?.reward(hashed(key), 1);
}

/** Forget the uses of `limit` by `key`, as after a right password. */
export async function forgetUses(limit: Limit, key: string): Promise<void> {
  await limiters().get(limit)?.delete(hashed(key));
}

/** By its shape: pages and routes are bundled apart and share this limiter, but not its classes. */
function isRefusal(refused: unknown): refused is RateLimiterRes {
  return typeof refused === "object" && refused !== null && "msBeforeNext" in refused;
}

function waitSentence(seconds: number): string {
  return `Too many tries. Wait ${waitOf(seconds)} and try again.`;
}

function waitOf(seconds: number): string {
  if (seconds > 2 * HOUR) return `${Math.ceil(seconds / HOUR)} hours`;
  return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
}

function stateOf(limit: Limit, result: RateLimiterRes | undefined): LimitState {
  return {
    limit: LIMITS[limit].points,
    remaining: result?.remainingPoints ?? 0,
    resetSeconds: Math.ceil((result?.msBeforeNext ?? 0) / 1000),
  };
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

function limiters(): Map<Limit, RateLimiterPostgres> {
  kept.throughlineLimiters ??= connect();
  return kept.throughlineLimiters;
}

function connect(): Map<Limit, RateLimiterPostgres> {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 2 });
  // A lost idle connection is replaced at the next use.
  pool.on("error", () => undefined);
  const make = (limit: Limit) =>
    new RateLimiterPostgres({
      ...LIMITS[limit],
      keyPrefix: limit,
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  return new Map((Object.keys(LIMITS) as Limit[]).map((limit) => [limit, make(limit)]));
}
