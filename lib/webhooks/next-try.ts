import type { DeliveryStatus, Failure, OffReason } from "./types.ts";

/**
 * Seconds between one try and the next: after the first 5 s, then 5 min, 30 min, 2 h, 5 h, 8 h and the rest of a day. They
 * add up to 24 hours.
 */
export const WAITS_SECONDS = [5, 300, 1800, 7200, 18_000, 28_800, 30_295] as const;

export type NextStep = {
  status: DeliveryStatus;
  /** null where there is no next try */
  waitSeconds: number | null;
  /** Why its endpoint is switched off; null where it stays on */
  offReason: OffReason | null;
};

/** What follows the so manieth try of a message, `tries` ≥ 1: done, another try, or the end of it and of its endpoint. */
export function afterTry(failure: Failure | null, tries: number): NextStep {
  if (failure === null) return { status: "delivered", waitSeconds: null, offReason: null };
  if (failure === "gone") return { status: "dead", waitSeconds: null, offReason: "gone" };
  if (failure === "endpoint_off") return { status: "dead", waitSeconds: null, offReason: null };
  const waitSeconds = WAITS_SECONDS[tries - 1] ?? null;
  if (waitSeconds === null) return { status: "dead", waitSeconds, offReason: "dead_end" };
  return { status: "waiting", waitSeconds, offReason: null };
}
