import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Permission } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { SOURCE_COLUMN, SUBJECT_COLUMN } from "../columns.ts";
import type { LinkEvidence } from "../schema.ts";
import type { RowSource } from "../types.ts";
import { requireSubject } from "./find-subject.ts";
import { requirePast } from "./require-past.ts";
import { sourceDay } from "./source-day.ts";

/** What a member must be allowed to read to point at it. */
export const SOURCE_PERMISSIONS: Readonly<Record<RowSource, Permission>> = {
  ...{ signal: "signal:read", interaction: "interaction:read", complaint: "complaint:read" },
  ...{ interview: "evidence:read", file: "evidence:read" },
};

/**
 * Make a signal, a contact, a complaint, an interview or a kept file speak for or against something.
 *
 * @throws DomainError `forbidden` for a source that may not be read, `not_found`, `invalid_input` for a day to come, `conflict` for one that is linked already
 */
export async function linkEvidence(
  tx: TenantTx,
  session: Session,
  input: LinkEvidence,
): Promise<{ id: string }> {
  const { source, sourceId, stance, excerpt, subject, subjectId } = input;
  const of = { subject, subjectId };
  if (!session.permissions.has(SOURCE_PERMISSIONS[source]))
    throw new DomainError("forbidden", "Your role does not allow to read this source.");
  await requireSubject(tx, of);
  const datedOn = await dayOf(tx, session, input);
  const points = { [SUBJECT_COLUMN[of.subject]]: of.subjectId, [SOURCE_COLUMN[source]]: sourceId };
  await refuseTwice(tx, source, { ...points, ...(source === "interview" ? { excerpt } : {}) });
  const id = newId();
  await tx.evidence.create({
    data: { id, ...points, stance, excerpt, datedOn, createdBy: memberOf(session) },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "evidence.linked",
    object: { type: "evidence", id },
    after: { ...of, source, stance },
  });
  return { id };
}

async function dayOf(
  tx: TenantTx,
  session: Session,
  { source, sourceId, datedOn }: LinkEvidence,
): Promise<Date> {
  const own = await sourceDay(tx, source, sourceId);
  if (source !== "file" || datedOn === undefined) return own;
  await requirePast(tx, session, datedOn);
  return new Date(datedOn);
}

/** One interview may say several things; any other source counts once for a thing. */
async function refuseTwice(
  tx: TenantTx,
  source: RowSource,
  where: Readonly<Record<string, string | null>>,
): Promise<void> {
  if (!(await tx.evidence.count({ where }))) return;
  const what = source === "interview" ? "These words are" : "This source is";
  throw new DomainError("conflict", `${what} linked already.`);
}

/** The member who does it; null for a key, a job or the operator. */
export function memberOf({ actor }: Session): string | null {
  return actor.kind === "member" ? actor.membershipId : null;
}
