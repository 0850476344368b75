import "server-only";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { type RunSummary, summaryOf, WITHOUT_FINDINGS } from "../queries.ts";
import type { RunModel, RunStatus } from "../types.ts";

/** Which runs to list; undefined is all. `model`: the one that a run used, not the one it was asked for. */
export type RunsAsked = { status?: RunStatus | undefined; model?: RunModel | undefined };

/**
 * Runs a page at a time, the newest first, runs of only some customers too.
 *
 * @throws DomainError `invalid_input` when `after` is no id
 */
export async function listRunPage(
  tx: TenantTx,
  { limit, after = null }: PageRequest,
  { status, model }: RunsAsked = {},
): Promise<Page<RunSummary>> {
  if (after !== null && !isId(after))
    throw new DomainError("invalid_input", "`after` is not a key of this list.");
  const rows = await tx.clvRun.findMany({
    omit: WITHOUT_FINDINGS,
    where: {
      ...(status ? { status } : {}),
      ...(model ? { model } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(summaryOf);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
