import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { NeedRating, RatedAspect } from "../types.ts";

const MOST_RATINGS = 10_000;

/** What reports say of needs, or of one of them: the last asked first. */
export async function listRatings(
  tx: TenantTx,
  needId?: string,
): Promise<(NeedRating & { needId: string })[]> {
  const rows = await tx.needRating.findMany({
    where: needId === undefined ? {} : { needId },
    select: {
      ...{ id: true, needId: true, aspect: true, n: true, mean: true, top2: true },
      ...{ reportedIn: true, askedOn: true },
    },
    orderBy: [{ askedOn: "desc" }, { id: "desc" }],
    take: MOST_RATINGS,
  });
  return rows.map(({ aspect, askedOn, ...rating }) => ({
    ...rating,
    // text + CHECK in the database: these words are all there are
    aspect: aspect as RatedAspect,
    askedOn: askedOn.toISOString().slice(0, 10),
  }));
}
