import { listRoute } from "#lib/http/resource-routes.ts";

export const dynamic = "force-dynamic";

export const GET = listRoute("orders");
