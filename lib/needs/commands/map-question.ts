import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { MapQuestion } from "../schema.ts";
import { lockNeed, requireOpen } from "./lock-need.ts";

/**
 * Say which question of a source asks what of a need. The outcome is one question: another one takes its place.
 *
 * @throws DomainError `not_found` for a need that is not there; `conflict` for an archived one, and for a question that is mapped
 *   so already; `invalid_input` for a question that nobody of the source has answered
 */
export async function mapQuestion(
  tx: TenantTx,
  session: Session,
  { picked: { sourceId, question }, aspect, needId }: MapQuestion,
): Promise<{ id: string }> {
  if (needId !== null) requireOpen(await lockNeed(tx, session, needId));
  await requireAsked(tx, { sourceId, question });
  if (aspect === "outcome") await tx.needQuestion.deleteMany({ where: { aspect } });
  await requireNew(tx, { needId, aspect, sourceId, question });
  const id = newId();
  const createdBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  await tx.needQuestion.create({
    data: { id, needId, aspect, sourceId, question, createdBy },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "need.question_mapped",
    object: { type: "need", id: needId },
    after: { aspect, sourceId },
  });
  return { id };
}

type Mapping = { needId: string | null; aspect: string; sourceId: string; question: string };

async function requireAsked(
  tx: TenantTx,
  { sourceId, question }: Pick<Mapping, "sourceId" | "question">,
): Promise<void> {
  const answer = await tx.signal.findFirst({ where: { sourceId, question }, select: { id: true } });
  if (answer) return;
  const message = "Nobody has answered this question. Choose one of the list.";
  throw new DomainError("invalid_input", message, { fields: { picked: [message] } });
}

async function requireNew(tx: TenantTx, mapping: Mapping): Promise<void> {
  if (!(await tx.needQuestion.count({ where: mapping }))) return;
  const message = "This question is mapped so already.";
  throw new DomainError("conflict", message, { fields: { picked: [message] } });
}
