import type { Session } from "#lib/auth/types.ts";
import { findShownRun, type RunDetail, runMonthAddress } from "#lib/clv-runs/index.ts";
import type { RunMonth } from "#lib/clv-runs/run-month.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { requireReadable } from "#lib/lists/index.ts";

/**
 * The month of which a request asks for a file; "" for the latest run.
 *
 * @throws DomainError `invalid_input` for what the file cannot read
 */
export function readAskedMonth(request: Request): string {
  const params = new URL(request.url).searchParams;
  requireReadable(runMonthAddress.unknown(params, ["format"]));
  return runMonthAddress.read(params).month;
}

/**
 * A month that is asked for has a run.
 *
 * @throws DomainError `not_found` where it has none
 */
export function requireRunOf(months: readonly RunMonth[], month: string): void {
  if (month !== "" && !months.some((each) => each.month === month))
    throw new DomainError("not_found", "There is no run of this month.");
}

/**
 * The run whose file a request asks for: the last one, or that of its `?month`; null until there is a run.
 *
 * @throws DomainError as of `readAskedMonth` and `requireRunOf`
 */
export async function findAskedRun(
  tx: TenantTx,
  session: Session,
  request: Request,
): Promise<RunDetail | null> {
  const month = readAskedMonth(request);
  const { run, months } = await findShownRun(tx, session, month);
  requireRunOf(months, month);
  return run;
}
