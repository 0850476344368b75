import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { holdsRun, type RunAttempt, RunSuperseded } from "./run-attempt.ts";

const LOOK_EVERY_MS = 1000;

/** A signal that a run was stopped or taken over, looked for every second until `end` is called. */
export function watchRun(
  session: Session,
  attempt: RunAttempt,
): { signal: AbortSignal; end: () => void } {
  const gone = new AbortController();
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const holds = await withTenant(session, "value:read", (tx) => holdsRun(tx, session, attempt));
      if (!holds) gone.abort(new RunSuperseded("This attempt does not hold the run any more."));
    } catch {
      // A look that fails is no harm: the next one or the next write tells.
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return { signal: gone.signal, end: () => clearInterval(timer) };
}
