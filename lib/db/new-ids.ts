import "server-only";
import { randomBytes } from "node:crypto";
import { v7 as uuid7 } from "uuid";

const BYTES = 16;

/** A new id: a UUIDv7, so that ids grow with time and indexes stay compact. */
export function newId(): string {
  return uuid7();
}

/** Many new ids in growing order, with one call for randomness instead of one each. */
export function newIds(count: number, nowMs = Date.now()): string[] {
  const random = randomBytes(count * BYTES);
  return Array.from({ length: count }, (_, at) =>
    uuid7({ msecs: nowMs, seq: at, random: random.subarray(at * BYTES, (at + 1) * BYTES) }),
  );
}
