import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Mistakes that waiting does not mend, by their SQLSTATE. */
const FINAL: Readonly<Record<string, string>> = {
  "28P01": "the password is wrong",
  "28000": "the role may not sign in from here",
  "3D000": "there is no such database",
  "42501": "the role may not connect to that database",
};

export type Patience = {
  /** How long to keep trying, in milliseconds. */
  forMs: number;
  /** Called when the reason changes, with one sentence. */
  onWait: (sentence: string) => void;
  /** Ends the wait. */
  aborted?: AbortSignal;
};

/**
 * Wait until the database of the variable `name` answers, asking less and less often.
 *
 * @throws Error in one sentence when it never does, or at once when waiting would not help
 */
export async function reachDatabase(name: string, url: string, patience: Patience): Promise<void> {
  const endsAt = performance.now() + patience.forMs;
  let said = "";
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    const failure = await tryOnce(url);
    if (!failure) return;
    const sentence = `The database of ${name} cannot be reached: ${failure.reason}`;
    if (failure.isFinal) throw new Error(`${sentence}.`);
    if (performance.now() + pauseMs > endsAt)
      throw new Error(`${sentence}; gave up after ${Math.round(patience.forMs / 1000)} s.`);
    if (sentence !== said) patience.onWait(`${sentence}; trying again.`);
    said = sentence;
    await sleep(pauseMs, undefined, { signal: patience.aborted });
  }
}

async function tryOnce(url: string): Promise<{ reason: string; isFinal: boolean } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return null;
  } catch (error) {
    return describe(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function describe(error: unknown): { reason: string; isFinal: boolean } {
  const {
    code = "",
    message = "",
    errors,
  } = error as { code?: string; message?: string; errors?: Error[] };
  const final = FINAL[code];
  if (final) return { reason: final, isFinal: true };
  return { reason: (message || errors?.[0]?.message) ?? code, isFinal: false };
}
