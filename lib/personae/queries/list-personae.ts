import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findSegmentNumbers } from "#lib/segments/index.ts";
import { answersFor } from "../answers-for.ts";
import { evidenceRatio } from "../evidence-ratio.ts";
import type { Claim, Named, PersonaCard } from "../types.ts";
import { listClaims } from "./claims.ts";

const MOST = 200;

/** The texts of a persona, for a `select`. */
export const TEXTS = {
  ...{ quote: true, goals: true, frustrations: true, channels: true, emotionalNeeds: true },
  ...{ promise: true, frontlineTip: true },
} as const;

/** A card with the claims it counts. */
export type CardWithClaims = PersonaCard & { claims: readonly Claim[] };

/** Active personae, that of the segment with the largest share of lifetime value first; `ids` picks some. The first 200. */
export async function listPersonae(
  tx: TenantTx,
  session: Session,
  ids?: readonly string[],
): Promise<CardWithClaims[]> {
  const rows = await tx.persona.findMany({
    where: { archivedAt: null, ...(ids ? { id: { in: [...ids] } } : {}) },
    select: {
      ...{ ...TEXTS, id: true, name: true, segment: { select: { id: true, name: true } } },
      responsible: { select: { id: true, deactivatedAt: true } },
    },
    orderBy: { name: "asc" },
    take: MOST,
  });
  const claims = await listClaims(
    tx,
    session,
    rows.map(({ id }) => id),
  );
  const segmentIds = [...new Set(rows.map(({ segment }) => segment.id))];
  const numbers = await findSegmentNumbers(tx, segmentIds);
  const cards = rows.map(({ responsible, ...row }) => ({
    ...row,
    isMine: answersFor(session.actor, responsible),
    claims: claims.get(row.id) ?? [],
    ratio: evidenceRatio(claims.get(row.id) ?? []),
    numbers: numbers.get(row.segment.id) ?? null,
  }));
  const share = ({ numbers: each }: PersonaCard) => each?.now.shareOfClv.value ?? -1;
  return cards.toSorted((one, other) => share(other) - share(one));
}

/** Personae that were put away, by name. */
export function listArchivedPersonae(
  tx: TenantTx,
): Promise<(Named & { version: number; segment: Named })[]> {
  return tx.persona.findMany({
    where: { archivedAt: { not: null } },
    select: { id: true, name: true, version: true, segment: { select: { id: true, name: true } } },
    orderBy: { name: "asc" },
    take: MOST,
  });
}

/** Segments that a persona can be of, by name. */
export function listPersonaSegments(tx: TenantTx): Promise<Named[]> {
  return tx.customerSegment.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 1_000,
  });
}
