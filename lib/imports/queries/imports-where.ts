import "server-only";
import type { ImportQuery } from "../filter.ts";

/** The imports that match. */
export function importsWhere({ kinds, statuses, sources }: ImportQuery) {
  return {
    ...(kinds.length > 0 ? { kind: { in: [...kinds] } } : {}),
    ...(statuses.length > 0 ? { status: { in: [...statuses] } } : {}),
    ...(sources.length > 0 ? { sourceId: { in: [...sources] } } : {}),
  };
}
