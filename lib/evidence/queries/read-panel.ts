import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { EvidenceAsked } from "../evidence-address.ts";
import type { EvidenceEntry, FoundSource } from "../types.ts";
import { findSources } from "./find-sources.ts";
import { listEvidence } from "./list-evidence.ts";

/** What stands in a drawer of sources: those of the thing, and those that words find and that it does not have yet. */
export type EvidencePanel = EvidenceAsked & {
  /** The thing in its own words */
  title: string;
  entries: readonly EvidenceEntry[];
  found: readonly FoundSource[];
};

/** The sources of one thing; null where it is not there. */
export async function findEvidencePanel(
  tx: TenantTx,
  session: Session,
  asked: EvidenceAsked,
): Promise<EvidencePanel | null> {
  const title = isId(asked.subjectId) ? await titleOf(tx, asked) : null;
  if (title === null) return null;
  const entries = await listEvidence(tx, session, asked);
  // One interview may say several things.
  const linked = entries.flatMap(({ kind, sourceId }) =>
    kind === "interview" ? [] : (sourceId ?? []),
  );
  const search = { text: asked.find, kind: asked.kind, linked };
  return { ...asked, title, entries, found: await findSources(tx, session, search) };
}

async function titleOf(
  tx: TenantTx,
  { subject, subjectId: id }: EvidenceAsked,
): Promise<string | null> {
  const where = { id };
  switch (subject) {
    case "need": {
      const need = await tx.customerNeed.findFirst({ where, select: { statement: true } });
      return need?.statement ?? null;
    }
    case "persona": {
      const persona = await tx.persona.findFirst({ where, select: { name: true } });
      return persona?.name ?? null;
    }
    case "claim": {
      const claim = await tx.personaClaim.findFirst({ where, select: { statement: true } });
      return claim?.statement ?? null;
    }
  }
}
