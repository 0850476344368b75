import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { putBack, requireSegmentOf, takeDeleted } from "#lib/deleted/index.ts";
import type { BroughtBack } from "#lib/deleted/types.ts";
import { KEPT_PERSONA } from "../queries/kept-persona.ts";
import type { BringBackPersona } from "../schema.ts";

const Kept = z.object({ name: z.string(), segment_id: z.uuid() });

/**
 * Bring a persona back that was deleted within the last day, archived as it was, with its claims, its stages, and the evidence whose
 * source is still there.
 *
 * @throws DomainError `not_found` after that day; `conflict` where its segment has been deleted since
 */
export async function bringBackPersona(
  tx: TenantTx,
  session: Session,
  { personaId: id }: BringBackPersona,
): Promise<BroughtBack> {
  const persona = Kept.parse(await takeDeleted(tx, session, { kind: "persona", id }));
  await requireSegmentOf(
    tx,
    session,
    persona.segment_id,
    "The segment of this persona has been deleted since. Make the persona anew and choose another segment.",
  );
  await putBack(tx, session, KEPT_PERSONA, id);
  await recordEvent(tx, session, {
    action: "persona.brought_back",
    object: { type: "persona", id },
  });
  return { id, name: persona.name };
}
