import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ExportRow } from "#lib/exports/index.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import { listInterviews } from "./interviews.ts";

/** The columns of interviews in files: new ones come after the last. */
export const INTERVIEW_COLUMNS = [
  ...["interview_id", "held_on", "title", "segment", "customer_number", "pieces_of_evidence"],
  "notes",
] as const;

/** A page of interviews as rows, the last held first. @throws DomainError `invalid_input` for another key */
export async function exportInterviews(
  tx: TenantTx,
  session: Session,
  page: PageRequest,
): Promise<{ rows: ExportRow[]; next: string | null }> {
  const { items, next } = await listInterviews(tx, session, page);
  const ids = items.map(({ id }) => id);
  const told = await tx.interview.findMany({
    where: { id: { in: ids } },
    select: { id: true, notes: true },
  });
  const notes = new Map(told.map((row) => [row.id, row.notes]));
  const rows = items.map(({ id, heldOn, title, segment, customer, pieces }) => [
    ...[id, heldOn, title, segment?.name ?? null, customer?.number ?? null, pieces],
    notes.get(id) ?? null,
  ]);
  return { rows, next };
}
