import "server-only";
import { isDeepStrictEqual } from "node:util";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { requireMayAsk } from "../may-ask.ts";
import { conditionsIn } from "../rule-parts.ts";
import type { Rule } from "../schema.ts";
import type { SegmentChange } from "../segment-input.ts";
import { keepRule } from "./keep-rule.ts";
import {
  type LockedSegment,
  lockSegment,
  requireFreeName,
  requireOpen,
  requireSeen,
} from "./lock-segment.ts";
import { refreshMembers } from "./refresh-members.ts";
import { requirePurpose } from "./require-rule.ts";

export type ChangeSegment = Omit<SegmentChange, "isArchived"> & { segmentId: string };

/**
 * Change what is given of a segment. Another rule raises its rule version, and a job finds its members again; a segment that a
 * file named becomes one of a rule. The version that was seen need not be told.
 *
 * @throws DomainError `not_found`, `stale`; `conflict` for an archived one, for a name that is taken, and for a rule of a list;
 *   `forbidden` and `invalid_input` as `createSegment`
 */
export async function changeSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version, ...change }: ChangeSegment,
): Promise<{ id: string }> {
  const before = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, before, version);
  requireOpen(before);
  const after = { ...before, ...definedOnly(change) };
  const changed = changedNames(before, after);
  if (changed.length === 0) return { id: segmentId };
  await requireFits(tx, session, { before, after, changed });
  await write(tx, after, changed.includes("rule"));
  if (changed.includes("rule")) await keepRule(tx, session, segmentId);
  await recordEvent(tx, session, {
    action: "segment.changed",
    object: { type: "segment", id: segmentId },
    before: told(before, changed),
    after: { ...told(after, changed), changed },
  });
  if (changed.includes("rule")) await refreshMembers(tx, session);
  return { id: segmentId };
}

const NAMES = ["name", "rule", "note", "purpose", "lawfulBasis"] as const;
type Name = (typeof NAMES)[number];
type Change = { before: LockedSegment; after: LockedSegment; changed: readonly Name[] };

function changedNames(before: LockedSegment, after: LockedSegment): Name[] {
  return NAMES.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

async function requireFits(
  tx: TenantTx,
  session: Session,
  { before, after, changed }: Change,
): Promise<void> {
  const hasRule = changed.includes("rule") && after.rule !== null;
  if (hasRule && before.kind === "list")
    throw new DomainError("conflict", `${before.name} is a list of customers: it has no rule.`);
  if (hasRule && after.rule) requireMayAsk(session, after.rule);
  await requirePurpose(tx, after.rule, after);
  if (changed.includes("name"))
    await requireFreeName(tx, session, { name: after.name, ownId: before.id });
}

function write(tx: TenantTx, segment: LockedSegment, hasNewRule: boolean) {
  const { id, name, rule, note, purpose, lawfulBasis } = segment;
  const ruleFields =
    hasNewRule && rule ? { kind: "rule", rule, ruleVersion: { increment: 1 } } : {};
  return tx.customerSegment.updateMany({
    where: { id },
    data: {
      ...{ name, note, purpose, lawfulBasis, ...ruleFields },
      ...{ version: { increment: 1 }, updatedAt: new Date() },
    },
  });
}

/** What the log tells of it: no words that somebody wrote. */
function told({ rule, lawfulBasis }: LockedSegment, changed: readonly Name[]) {
  return {
    ...(changed.includes("rule") ? { conditions: countOf(rule) } : {}),
    ...(changed.includes("lawfulBasis") ? { lawfulBasis } : {}),
  };
}

function countOf(rule: Rule | null): number | null {
  return rule && conditionsIn(rule).length;
}

function definedOnly<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const known = Object.entries(change).filter(([, value]) => value !== undefined);
  // The cast holds because what is undefined is left out.
  return Object.fromEntries(known) as { [K in keyof T]: Exclude<T[K], undefined> };
}
