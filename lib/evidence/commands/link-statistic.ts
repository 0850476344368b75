import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { SUBJECT_COLUMN } from "../columns.ts";
import { pagePath } from "../page-path.ts";
import type { LinkStatistic } from "../schema.ts";
import type { Statistic } from "../types.ts";
import { requireSubject } from "./find-subject.ts";
import { memberOf } from "./link-evidence.ts";
import { requirePast } from "./require-past.ts";

/**
 * Keep a number of this workspace, as a page shows it, as evidence: with its n, its interval, its day and the address of the page.
 *
 * @throws DomainError `not_found`, `invalid_input` for an address that is no page of this workspace, `conflict` for one that is linked already
 */
export async function linkStatistic(
  tx: TenantTx,
  session: Session,
  { subject, subjectId, low, high, datedOn, stance, href, ...number }: LinkStatistic,
): Promise<{ id: string }> {
  await requireSubject(tx, { subject, subjectId });
  await requirePast(tx, session, datedOn);
  const statistic: Statistic = {
    ...number,
    href: requirePage(href, session.workspace.slug),
    interval: low === null || high === null ? null : [low, high],
  };
  const of = { [SUBJECT_COLUMN[subject]]: subjectId, datedOn: new Date(datedOn) };
  await refuseTwice(tx, statistic, of);
  const id = newId();
  await tx.evidence.create({
    data: { id, statistic, stance, ...of, createdBy: memberOf(session) },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "evidence.linked",
    object: { type: "evidence", id },
    after: { subject, subjectId, source: "statistic", stance },
  });
  return { id };
}

/** The same number of the same day counts once for a thing. */
async function refuseTwice(
  tx: TenantTx,
  statistic: Statistic,
  of: Readonly<Record<string, string | Date>>,
): Promise<void> {
  const isLinked =
    (await tx.evidence.count({ where: { ...of, statistic: { equals: statistic } } })) > 0;
  if (isLinked) throw new DomainError("conflict", "This number is linked already.");
}

/** @throws DomainError `invalid_input` for an address that is no page of this workspace */
function requirePage(address: string, slug: string): string {
  const path = pagePath(address, slug);
  if (path !== null) return path;
  const message = "Give the address of a page of this workspace.";
  throw new DomainError("invalid_input", message, { fields: { href: [message] } });
}
