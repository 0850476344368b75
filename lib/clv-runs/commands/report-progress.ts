import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { OnStage, RunStage } from "../types.ts";
import { noteProgress, type RunAttempt } from "./run-attempt.ts";

const REPORT_EVERY_MS = 700;

/** Where each stage begins in the whole, in percent. */
const BEGINS: Readonly<Record<RunStage, number>> = {
  reading: 0,
  choosing: 30,
  fitting: 35,
  scoring: 40,
  intervals: 45,
  writing: 55,
};
const STAGE_ENDS: Readonly<Record<RunStage, number>> = {
  reading: 30,
  choosing: 35,
  fitting: 40,
  scoring: 45,
  intervals: 55,
  writing: 99,
};

/** A share of a stage as a place in the whole run. */
export function placeOf(stage: RunStage, share: number): { stage: RunStage; percent: number } {
  const [from, to] = [BEGINS[stage], STAGE_ENDS[stage]];
  return { stage, percent: Math.floor(from + (to - from) * share) };
}

/**
 * Notes now and then how far an attempt is, until `end` is called; `tell` may be called inside a transaction, as the notes are written
 * beside it. What cannot be noted is no harm: a later note or the end will tell.
 */
export function reportProgress(
  session: Session,
  attempt: RunAttempt,
): { tell: OnStage; end: () => Promise<void> } {
  let latest: { stage: RunStage; percent: number } | null = null;
  let noting: Promise<void> | null = null;
  const note = () => {
    if (noting || !latest) return;
    const place = latest;
    latest = null;
    noting = withTenant(session, "value:write", (tx) => noteProgress(tx, session, attempt, place))
      .catch(() => undefined)
      .finally(() => {
        noting = null;
      });
  };
  const timer = setInterval(note, REPORT_EVERY_MS);
  return {
    tell: (stage, share) => {
      latest = placeOf(stage, share);
    },
    end: async () => {
      clearInterval(timer);
      await noting;
    },
  };
}
