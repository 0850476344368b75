import { bulkRoute } from "#lib/http/resource-routes.ts";

export const dynamic = "force-dynamic";

export const POST = bulkRoute("signals");
