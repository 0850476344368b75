import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { findSuggestions } from "../queries/suggestions.ts";
import type { AcceptSuggestion } from "../suggestions/schema.ts";
import { createSegment } from "./create-segment.ts";

/**
 * Make an ordinary segment of a suggested group, found by the rule that comes closest to it.
 *
 * @throws DomainError `stale` when groups were looked for again since, `not_found` for a group that is none, and what createSegment throws
 */
export async function acceptSuggestion(
  tx: TenantTx,
  session: Session,
  { key, name, computedAt }: AcceptSuggestion,
): Promise<{ id: string }> {
  const current = await findSuggestions(tx);
  if (current?.computedAt !== computedAt)
    throw new DomainError(
      "stale",
      "Groups have been looked for again since you opened this page. Open it again to see them.",
    );
  const groups = [...(current.found?.clusters?.groups ?? []), ...(current.found?.cells ?? [])];
  const group = groups.find((each) => each.key === key);
  if (!group) throw new DomainError("not_found", "This group is not among the suggestions.");
  return createSegment(tx, session, {
    ...{ name, rule: group.rule },
    ...{ note: null, purpose: null, lawfulBasis: null },
  });
}
