import "server-only";
import type { ImportQuery } from "../filter.ts";

/** The imports that match; one whose rows name several sources is of each. */
export function importsWhere({ kinds, statuses, sources }: ImportQuery) {
  return {
    ...(kinds.length > 0 ? { kind: { in: [...kinds] } } : {}),
    ...(statuses.length > 0 ? { status: { in: [...statuses] } } : {}),
    ...(sources.length > 0 ? cameFrom({ in: [...sources] }) : {}),
  };
}

function cameFrom(sourceId: { in: string[] }) {
  return { OR: [{ sourceId }, { rowSources: { some: { sourceId } } }] };
}
