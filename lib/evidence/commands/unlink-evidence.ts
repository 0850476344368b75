import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { POINTERS, sourceOf, subjectOf } from "../columns.ts";
import { StoredStatistic, type UnlinkEvidence } from "../schema.ts";
import type { SubjectRef } from "../types.ts";

/** What was taken away, and what a form sends to link it again. */
export type Unlinked = SubjectRef & {
  again: { what: "source" | "statistic"; fields: Readonly<Record<string, string>> };
};

/** Take one piece of evidence away; its source stays. @throws DomainError `not_found` */
export async function unlinkEvidence(
  tx: TenantTx,
  session: Session,
  { evidenceId }: UnlinkEvidence,
): Promise<Unlinked> {
  const row = await tx.evidence.findFirst({
    where: { id: evidenceId },
    select: { ...POINTERS, stance: true, excerpt: true, statistic: true, datedOn: true },
  });
  if (!row) throw new DomainError("not_found", "This evidence is not there any more.");
  const of = subjectOf(row);
  const { kind, sourceId } = sourceOf(row);
  await tx.evidence.deleteMany({ where: { id: evidenceId } });
  await recordEvent(tx, session, {
    action: "evidence.unlinked",
    object: { type: "evidence", id: evidenceId },
    before: { ...of, source: kind, stance: row.stance },
  });
  const common = { ...of, stance: row.stance };
  if (sourceId === null)
    return {
      ...of,
      again: { what: "statistic", fields: { ...common, ...numberFields(row, session) } },
    };
  const datedOn = row.datedOn.toISOString().slice(0, 10);
  const fields = { ...common, source: kind, sourceId, excerpt: row.excerpt ?? "", datedOn };
  return { ...of, again: { what: "source", fields } };
}

/** A statistic as the form of `LinkStatistic` sends it. */
function numberFields(
  { statistic, datedOn }: { statistic: unknown; datedOn: Date },
  { workspace }: Session,
): Record<string, string> {
  const { label, href, value, unit, n, interval } = StoredStatistic.parse(statistic);
  return {
    ...{ label, href: `/w/${workspace.slug}${href}`, value: String(value), unit: unit ?? "" },
    ...{ n: String(n), datedOn: datedOn.toISOString().slice(0, 10) },
    ...{ low: interval ? String(interval[0]) : "", high: interval ? String(interval[1]) : "" },
  };
}
