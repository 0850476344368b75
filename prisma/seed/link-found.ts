import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findEvidencePanel, linkEvidence } from "#lib/evidence/index.ts";
import type { SubjectRef } from "#lib/evidence/types.ts";

/** So many of the things that were said with these words as evidence of a thing, each with its own words. */
export async function linkFound(
  tx: TenantTx,
  session: Session,
  { words, most, ...of }: SubjectRef & { words: string; most: number },
): Promise<void> {
  const panel = await findEvidencePanel(tx, session, { ...of, find: words, kind: null });
  const said = panel?.found.filter(({ body }) => body !== null) ?? [];
  for (const { kind, id, body } of said.slice(0, most)) {
    const evidence = { ...of, source: kind, sourceId: id, stance: "supports" as const };
    await linkEvidence(tx, session, { ...evidence, excerpt: body });
  }
}
