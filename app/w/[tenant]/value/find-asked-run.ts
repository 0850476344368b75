import type { Session } from "#lib/auth/types.ts";
import { findShownRun, type RunDetail, runMonthAddress } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { requireReadable } from "#lib/lists/index.ts";

/**
 * The run whose file a request asks for: the last one, or that of its `?month`; null until there is a run.
 *
 * @throws DomainError `invalid_input` for what the file cannot read, `not_found` for a month without a run
 */
export async function findAskedRun(
  tx: TenantTx,
  session: Session,
  request: Request,
): Promise<RunDetail | null> {
  const params = new URL(request.url).searchParams;
  requireReadable(runMonthAddress.unknown(params, ["format"]));
  const { month } = runMonthAddress.read(params);
  const { run, months } = await findShownRun(tx, session, month);
  if (month !== "" && !months.some((each) => each.month === month))
    throw new DomainError("not_found", "There is no run of this month.");
  return run;
}
