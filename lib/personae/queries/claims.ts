import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { countEvidence } from "#lib/evidence/index.ts";
import { NO_EVIDENCE } from "#lib/evidence/types.ts";
import { dayInZone } from "#lib/time/index.ts";
import { isStaleOn } from "../claim-state.ts";
import { type Claim, CONFIDENCES } from "../types.ts";

/** The claims of personae in their order, by persona, with what they stand on. */
export async function listClaims(
  tx: TenantTx,
  session: Session,
  personaIds: readonly string[],
  now = new Date(),
): Promise<Map<string, Claim[]>> {
  const rows = await tx.personaClaim.findMany({
    where: { personaId: { in: [...personaIds] } },
    select: {
      ...{ id: true, personaId: true, statement: true, confidence: true, version: true },
      ...{ expiresOn: true, reviewedOn: true, createdAt: true },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const ids = rows.map(({ id }) => id);
  const counts = await countEvidence(tx, session, { subject: "claim", ids });
  const today = dayInZone(session.workspace.timeZone, now.getTime());
  const claims = new Map<string, Claim[]>(personaIds.map((id) => [id, []]));
  for (const { personaId, createdAt, ...row } of rows) {
    const evidence = counts.get(row.id) ?? NO_EVIDENCE;
    const facts = {
      expiresOn: dayOf(row.expiresOn),
      reviewedOn: row.reviewedOn && dayOf(row.reviewedOn),
      lastSupportOn: evidence.lastSupportOn,
    };
    const confidence = CONFIDENCES.find((each) => each === row.confidence) ?? "medium";
    const isStale = isStaleOn(facts, today);
    const { id, statement, version } = row;
    claims.get(personaId)?.push({
      ...{ id, statement, version, confidence, evidence, isStale, ...facts },
      createdOn: dayOf(createdAt),
    });
  }
  return claims;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
