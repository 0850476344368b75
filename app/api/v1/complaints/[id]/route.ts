import { getRoute } from "#lib/http/resource-routes.ts";

export const dynamic = "force-dynamic";

export const GET = getRoute("complaints");
