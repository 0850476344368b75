import "server-only";
import type { Page } from "#lib/customers/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { hasOwnNumber } from "#lib/orders/order-number.ts";
import { type KeptReason, keptReasonWords } from "./kept-reason.ts";
import { getImport } from "./queries.ts";
import type { KeptRowGroup, KeptRowView } from "./views.ts";

type PageRequest = { after?: string | null | undefined; limit: number };

/**
 * The rows that Undo kept, in the order of the file. `after` is `<line>.<customer or order>` of the last one seen.
 *
 * @throws DomainError `not_found`; `invalid_input` for an `after` of another list
 */
export async function listKeptRows(
  tx: TenantTx,
  id: string,
  { after, limit }: PageRequest,
): Promise<Page<KeptRowView>> {
  await getImport(tx, id);
  const key = after ? keptKey(after) : null;
  const rows = await tx.importKeptRow.findMany({
    where: {
      importId: id,
      ...(key
        ? { OR: [{ line: { gt: key.line } }, { line: key.line, entity: { gt: key.entity } }] }
        : {}),
    },
    orderBy: [{ line: "asc" }, { entity: "asc" }],
    take: limit + 1,
  });
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(toKeptRow),
    next: rows.length > limit && last ? `${last.line}.${last.entity}` : null,
  };
}

/** Kept rows of an import by kind and reason, the most frequent first, each with the first one to look at. */
export async function groupKeptRows(tx: TenantTx, id: string): Promise<KeptRowGroup[]> {
  const groups = await tx.importKeptRow.groupBy({
    by: ["entity", "reason"],
    where: { importId: id },
    _count: { line: true },
    _min: { line: true },
    orderBy: { _count: { line: "desc" } },
  });
  const examples = await tx.importKeptRow.findMany({
    where: { importId: id, line: { in: groups.flatMap(({ _min }) => _min.line ?? []) } },
  });
  return groups.flatMap(({ entity, reason, _count, _min }) => {
    const example = examples.find((row) => row.line === _min.line && row.entity === entity);
    return example ? [{ count: _count.line, example: toKeptRow({ ...example, reason }) }] : [];
  });
}

type StoredRow = { line: number; entity: string; externalId: string; reason: string };

function toKeptRow({ line, entity, externalId, reason }: StoredRow): KeptRowView {
  return {
    line,
    // text + CHECK in the database: these words are all there are
    kind: entity as KeptRowView["kind"],
    number: hasOwnNumber(externalId) ? externalId : "",
    reason: keptReasonWords(reason as KeptReason),
  };
}

function keptKey(text: string): { line: number; entity: string } {
  const match = /^(\d{1,9})\.(customer|order)$/.exec(text);
  if (!match) throw new DomainError("invalid_input", "`after` is not a key of this list.");
  return { line: Number(match[1]), entity: match[2] ?? "" };
}
