import { countMemberUse } from "#lib/auth/member-limits.ts";
import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { receiveImport } from "#lib/http/receive-import.ts";

export const dynamic = "force-dynamic";

/** The import form of the browser; the body never passes proxy.ts, which would cut it at 10 MB. */
export const POST = memberRoute(async (request, session) => {
  if (!session.permissions.has("import:write")) {
    throw new DomainError(
      "forbidden",
      "Your role does not allow imports. An owner of the workspace can change that.",
    );
  }
  await countMemberUse(session, "upload");
  return Response.json(await receiveImport(request, session, "browser"), { status: 202 });
});
