import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RowSource } from "../types.ts";

/** The day of a source itself. @throws DomainError `not_found` where it is not there */
export async function sourceDay(tx: TenantTx, source: RowSource, id: string): Promise<Date> {
  const day = await findDay(tx, source, id);
  if (!day) throw new DomainError("not_found", "This source is not there any more.");
  return day;
}

async function findDay(tx: TenantTx, source: RowSource, id: string): Promise<Date | undefined> {
  const where = { id };
  switch (source) {
    case "signal":
      return (await tx.signal.findFirst({ where, select: { occurredOn: true } }))?.occurredOn;
    case "interaction":
      return (await tx.interaction.findFirst({ where, select: { occurredOn: true } }))?.occurredOn;
    case "complaint":
      return (await tx.complaint.findFirst({ where, select: { receivedOn: true } }))?.receivedOn;
    case "interview":
      return (await tx.interview.findFirst({ where, select: { heldOn: true } }))?.heldOn;
    case "file":
      return (await tx.evidenceFile.findFirst({ where, select: { createdAt: true } }))?.createdAt;
  }
}
