import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { UnmapQuestion } from "../schema.ts";

/** Take a question back from what it was mapped to; its answers stay. @throws DomainError `not_found` */
export async function unmapQuestion(
  tx: TenantTx,
  session: Session,
  { mappingId: id }: UnmapQuestion,
): Promise<{ needId: string | null }> {
  const mapped = await tx.needQuestion.findFirst({
    where: { id },
    select: { needId: true, aspect: true, sourceId: true },
  });
  if (!mapped) throw new DomainError("not_found", "This question is not mapped any more.");
  const { needId, aspect, sourceId } = mapped;
  await tx.needQuestion.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "need.question_unmapped",
    object: { type: "need", id: needId },
    before: { aspect, sourceId },
  });
  return { needId };
}
