import { putRoute } from "#lib/http/resource-routes.ts";

export const dynamic = "force-dynamic";

export const PUT = putRoute("subscriptions");
