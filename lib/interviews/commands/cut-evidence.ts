import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { LinkEvidence, linkEvidence } from "#lib/evidence/index.ts";
import { holdsWords } from "../holds-words.ts";
import type { CutEvidence } from "../schema.ts";

/**
 * Make a stretch of the notes evidence for a need, a persona or a claim.
 *
 * @throws DomainError `not_found`, `invalid_input` for words that do not stand in the notes, `conflict` for a stretch that is linked already
 */
export async function cutEvidence(
  tx: TenantTx,
  session: Session,
  { interviewId, excerpt, target, stance }: CutEvidence,
): Promise<{ id: string }> {
  const interview = await tx.interview.findFirst({
    where: { id: interviewId },
    select: { notes: true },
  });
  if (!interview) throw new DomainError("not_found", "This interview does not exist.");
  if (!holdsWords(interview.notes ?? "", excerpt)) {
    const message = "These words do not stand in the notes.";
    throw new DomainError("invalid_input", message, { fields: { excerpt: [message] } });
  }
  const [subject, subjectId] = target.split(".");
  const evidence = { subject, subjectId, stance, excerpt, source: "interview" };
  const parsed = LinkEvidence.parse({ ...evidence, sourceId: interviewId });
  return linkEvidence(tx, session, parsed);
}
