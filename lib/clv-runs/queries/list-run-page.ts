import "server-only";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { type RunSummary, summaryOf, WITHOUT_FINDINGS } from "../queries.ts";
import type { RunModel, RunStatus } from "../types.ts";

/** Which runs to list; undefined is all. `model`: the one that a run used, not the one it was asked for. */
export type RunsAsked = { status?: RunStatus | undefined; model?: RunModel | undefined };

const LIST = "clv_runs";

/**
 * Runs a page at a time, the newest first, runs of only some customers too.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listRunPage(
  tx: TenantTx,
  { limit, after }: PageRequest,
  { status, model }: RunsAsked = {},
): Promise<Page<RunSummary>> {
  const afterId = idInPageKey(LIST, after);
  const rows = await tx.clvRun.findMany({
    omit: WITHOUT_FINDINGS,
    where: {
      ...(status ? { status } : {}),
      ...(model ? { model } : {}),
      ...(afterId === null ? {} : { id: { lt: afterId } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(summaryOf);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}
