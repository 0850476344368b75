import "server-only";
import { randomBytes } from "node:crypto";
import { isDiskFull, isPassingError } from "#lib/db/raw-error.ts";
import { DomainError } from "#lib/errors/index.ts";
import { log } from "#lib/log.ts";
import { defectProblem, problem } from "./problem.ts";

const AWAY = new DomainError(
  "unavailable",
  "The database does not answer. Try again in a moment.",
  { retryAfterSeconds: 2 },
);

const NO_ROOM = new DomainError(
  "unavailable",
  "The database has no room left. Nothing was changed; whoever runs Throughline has to make room, then send it again.",
  { retryAfterSeconds: 60 },
);

/** Run a route handler and turn what it throws into problem+json; defects are logged with a reference. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return problem(error);
    const reference = randomBytes(5).toString("hex");
    log.error({ err: error, reference }, "request failed");
    if (isDiskFull(error)) return problem(NO_ROOM);
    return isPassingError(error) ? problem(AWAY) : defectProblem(reference);
  }
}
