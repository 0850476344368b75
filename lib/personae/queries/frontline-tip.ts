import "server-only";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { FrontlineTip } from "../types.ts";

/**
 * What to mind with a customer: the tip of the active persona of a segment they are in today, that of the primary segmentation
 * first; null where none has one.
 */
export async function frontlineTipOf(
  tx: TenantTx,
  customerId: string,
): Promise<FrontlineTip | null> {
  if (!isId(customerId)) return null;
  const [persona] = await tx.persona.findMany({
    where: {
      ...{ archivedAt: null, frontlineTip: { not: null } },
      segment: { archivedAt: null, members: { some: { customerId, validTo: null } } },
    },
    select: { id: true, name: true, frontlineTip: true, segment: { select: { name: true } } },
    orderBy: [{ segment: { primaryRank: { sort: "asc", nulls: "last" } } }, { name: "asc" }],
    take: 1,
  });
  if (!persona || persona.frontlineTip === null) return null;
  const { id, name, segment, frontlineTip } = persona;
  return { personaId: id, persona: name, segment: segment.name, tip: frontlineTip };
}
