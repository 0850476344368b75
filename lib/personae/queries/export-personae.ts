import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ExportRow } from "#lib/exports/index.ts";
import { matchingPersonae, type PersonaQuery } from "../filter.ts";
import type { Claim } from "../types.ts";
import { type CardWithClaims, listPersonae } from "./list-personae.ts";

/** The columns of personae in files: new ones come after the last. */
export const PERSONA_COLUMNS = [
  ...["persona", "segment", "quote", "goals", "frustrations", "emotional_needs", "promise"],
  ...["channels", "frontline_tip", "claim", "confidence", "expires_on", "reviewed_on", "is_stale"],
  ...["sources_for", "sources_against", "persona_id", "claim_id"],
] as const;

/** One row for each claim of each active persona that matches, and one for a persona without claims. */
export async function exportPersonae(
  tx: TenantTx,
  session: Session,
  query: PersonaQuery,
): Promise<ExportRow[]> {
  const personae = matchingPersonae(await listPersonae(tx, session), query);
  return personae.flatMap((persona) =>
    persona.claims.length === 0
      ? [rowOf(persona, null)]
      : persona.claims.map((claim) => rowOf(persona, claim)),
  );
}

function rowOf(persona: CardWithClaims, claim: Claim | null): ExportRow {
  return [
    ...[persona.name, persona.segment.name, persona.quote, persona.goals, persona.frustrations],
    ...[persona.emotionalNeeds, persona.promise, persona.channels, persona.frontlineTip],
    ...[claim?.statement ?? null, claim?.confidence ?? null, claim?.expiresOn ?? null],
    ...[claim?.reviewedOn ?? null, claim?.isStale ?? null, claim?.evidence.supports ?? null],
    ...[claim?.evidence.contradicts ?? null, persona.id, claim?.id ?? null],
  ];
}
