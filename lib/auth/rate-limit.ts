import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
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
  /** Signed messages of one hook; and whoever tries signatures */
  incoming_hook: { points: 600, duration: 60 },
  incoming_hook_address: { points: 1200, duration: 60 },
  /** What a member does by hand with large files; an installation's disk and its worker are everybody's */
  upload_member: { points: 60, duration: QUARTER_HOUR },
  /** What a program sends by API key counts for its key, and with the members' for the workspace */
  upload_key: { points: 120, duration: QUARTER_HOUR },
  upload_workspace: { points: 300, duration: QUARTER_HOUR },
  /** The heads of workbooks, each read by a process of its own */
  preview_member: { points: 120, duration: QUARTER_HOUR },
  preview_workspace: { points: 600, duration: QUARTER_HOUR },
  /** Archives of everything, files of customers, and what is held about a person */
  archive_member: { points: 60, duration: HOUR },
  archive_workspace: { points: 200, duration: HOUR },
  export_ask_member: { points: 10, duration: DAY },
  export_ask_workspace: { points: 20, duration: DAY },
} as const;
export type Limit = keyof typeof LIMITS;

export type LimitState = { limit: number; remaining: number; resetSeconds: number };

const kept = globalThis as typeof globalThis & { throughlineLimits?: pg.Pool };

/**
 * Count one use of `limit` by `key`. The key is stored as a hash: it may be an address of a person. `sentence` tells who
 * is refused how long to wait.
 *
 * @throws DomainError `too_many_requests` with the seconds to wait
 */
export async function countUse(
  limit: Limit,
  key: string,
  sentence = waitSentence,
): Promise<LimitState> {
  const { points, duration } = LIMITS[limit];
  const used = await addUse(storedKey(limit, key), duration * 1000);
  const resetSeconds = Math.max(1, Math.ceil(used.leftMs / 1000));
  if (used.points > points) {
    throw new DomainError("too_many_requests", sentence(waitOf(resetSeconds)), {
      retryAfterSeconds: resetSeconds,
      limit: points,
    });
  }
  return { limit: points, remaining: points - used.points, resetSeconds };
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
  await pool().query("UPDATE rate_limit SET points = points - 1 WHERE key = $1 AND points > 0", [
    storedKey(limit, key),
  ]);
}

/** Forget the uses of `limit` by `key`, as after a right password. */
export async function forgetUses(limit: Limit, key: string): Promise<void> {
  await pool().query("DELETE FROM rate_limit WHERE key = $1", [storedKey(limit, key)]);
}

function waitSentence(wait: string): string {
  return `Too many tries. Wait ${wait} and try again.`;
}

function waitOf(seconds: number): string {
  if (seconds > 2 * HOUR) return `${Math.ceil(seconds / HOUR)} hours`;
  return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
}

type Used = { points: number; leftMs: number };

/** One statement, by the database's clock, so that copies of the program whose clocks differ count as one. */
async function addUse(key: string, durationMs: number): Promise<Used> {
  const { rows } = await pool().query<Used>(
    `WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now_ms)
     INSERT INTO rate_limit AS r (key, points, expire) SELECT $1, 1, now_ms + $2::bigint FROM clock
     ON CONFLICT (key) DO UPDATE SET
       points = CASE WHEN r.expire <= excluded.expire - $2::bigint THEN 1 ELSE r.points + 1 END,
       expire = CASE WHEN r.expire <= excluded.expire - $2::bigint THEN excluded.expire ELSE r.expire END
     RETURNING points, (expire - (SELECT now_ms FROM clock))::float8 AS "leftMs"`,
    [key, durationMs],
  );
  const [used] = rows;
  if (!used) throw new Error("An INSERT that RETURNS has one row.");
  return used;
}

function storedKey(limit: Limit, key: string): string {
  return `${limit}:${createHash("sha256").update(key).digest("base64url")}`;
}

/** Beside the transactions of the program: a try counts also where what was tried is rolled back. */
function pool(): pg.Pool {
  kept.throughlineLimits ??= connect();
  return kept.throughlineLimits;
}

function connect(): pg.Pool {
  const made = new pg.Pool({ connectionString: env().DATABASE_URL, max: 2 });
  // A lost idle connection is replaced at the next use.
  made.on("error", () => undefined);
  return made;
}
