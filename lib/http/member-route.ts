import "server-only";
import { findSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { answer } from "./answer.ts";
import { refuseForeignOrigin } from "./own-origin.ts";

type Params = Record<string, string>;
type Context = { params: Promise<Params> };
type Handler = (request: Request, session: MemberSession, params: Params) => Promise<Response>;

/** A route under /w/[tenant] that is no page: the signed-in member of that workspace, or problem+json. */
export function memberRoute(handler: Handler) {
  return (request: Request, context: Context): Promise<Response> =>
    answer(async () => {
      const params = await context.params;
      if (request.method !== "GET") refuseForeignOrigin(request);
      const session = await findSession(params["tenant"] ?? "");
      if (session === "signed_out")
        throw new DomainError("unauthenticated", "Your session is over. Sign in again.");
      if (!session) throw new DomainError("not_found", "There is nothing here.");
      return handler(request, session, params);
    });
}
