import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listEvidence } from "#lib/evidence/index.ts";
import { findSegmentNumbers } from "#lib/segments/index.ts";
import { answersFor } from "../answers-for.ts";
import { evidenceRatio } from "../evidence-ratio.ts";
import type { PersonaDetail, QuoteSource } from "../types.ts";
import { listClaims } from "./claims.ts";
import { TEXTS } from "./list-personae.ts";
import { listPersonaStages } from "./persona-stages.ts";

const ROW = {
  ...{ ...TEXTS, id: true, name: true, version: true, archivedAt: true, updatedAt: true },
  ...{
    responsible: { select: { id: true, deactivatedAt: true } },
    segment: { select: { id: true, name: true } },
  },
} as const;

/** One persona with its claims, stages and the numbers of its segment. @throws DomainError `not_found` */
export async function getPersona(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<PersonaDetail> {
  const row = isId(id) ? await tx.persona.findFirst({ where: { id }, select: ROW }) : null;
  if (!row) throw new DomainError("not_found", "This persona does not exist.");
  const { archivedAt, updatedAt, responsible, ...persona } = row;
  const claims = (await listClaims(tx, session, [id])).get(id) ?? [];
  const numbers = await findSegmentNumbers(tx, [row.segment.id]);
  const names = responsible ? await findMemberNames(tx, [responsible.id]) : null;
  const own = await listEvidence(tx, session, { subject: "persona", subjectId: id });
  return {
    ...persona,
    ...{ claims, ratio: evidenceRatio(claims), numbers: numbers.get(row.segment.id) ?? null },
    isMine: answersFor(session.actor, responsible),
    responsible: responsible && {
      id: responsible.id,
      name: names?.get(responsible.id) ?? "",
    },
    ...{ isArchived: archivedAt !== null, updatedAt: updatedAt.toISOString() },
    stages: (await listPersonaStages(tx, [id])).get(id) ?? [],
    quoteSource: quoteSource(row.quote, own),
    evidenceCount: await tx.evidence.count({
      where: { OR: [{ personaId: id }, { claim: { personaId: id } }] },
    }),
  };
}

/** The quote's source is the evidence of the persona whose excerpt holds its words; null where none does. */
function quoteSource(
  quote: string | null,
  own: Awaited<ReturnType<typeof listEvidence>>,
): QuoteSource | null {
  if (quote === null) return null;
  const said = own.filter(({ excerpt, stance }) => excerpt !== null && stance === "supports");
  const source = said.find(({ excerpt }) => folded(excerpt ?? "").includes(folded(quote)));
  if (!source) return null;
  const { kind, datedOn, path } = source;
  return { kind, datedOn, path, alike: said.length };
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
