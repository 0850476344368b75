import { ALL_CUSTOMERS } from "#lib/customers/filter.ts";
import { asRecords, listCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { isSegment, SEGMENTS, type Segment } from "#lib/value/types.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/customers?q&segment&limit&after, by customer number; `search` is the same as `q`. */
export const GET = apiRoute("customer:read", async (request, session) => {
  const query = new URL(request.url).searchParams;
  const segment = segmentOf(query.get("segment"));
  const filter = {
    ...ALL_CUSTOMERS,
    search: (query.get("q") ?? query.get("search") ?? "").slice(0, LONGEST_SEARCH),
    segments: segment === null ? [] : [segment],
    sort: "number" as const,
  };
  const page = await withTenant(session, "customer:read", async (tx) => {
    const { items, next } = await listCustomers(tx, session, filter, pageRequest(request));
    return { items: await asRecords(tx, session, items), next };
  });
  return Response.json(page);
});

const LONGEST_SEARCH = 200;

function segmentOf(text: string | null): Segment | null {
  if (text === null || isSegment(text)) return text;
  throw new DomainError("invalid_input", `segment must be one of: ${SEGMENTS.join(", ")}.`);
}
