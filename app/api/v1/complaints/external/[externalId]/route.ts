import { getByNumberRoute, putRoute } from "#lib/http/resource-routes.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = getByNumberRoute("complaints");
export const PUT = putRoute("complaints");
