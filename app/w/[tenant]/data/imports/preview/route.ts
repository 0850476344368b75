import { countMemberUse } from "#lib/auth/member-limits.ts";
import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { requestBytes } from "#lib/http/request-bytes.ts";
import { readWorkbookHead } from "#lib/workbook/index.ts";

export const dynamic = "force-dynamic";

/** The first rows of a workbook, which a browser cannot read; nothing is kept. The body never passes proxy.ts. */
export const POST = memberRoute(async (request, session) => {
  if (!session.permissions.has("import:write")) {
    throw new DomainError(
      "forbidden",
      "Your role does not allow imports. An owner of the workspace can change that.",
    );
  }
  await countMemberUse(session, "preview");
  const sheet = new URL(request.url).searchParams.get("sheet") ?? "";
  return Response.json(await readWorkbookHead(requestBytes(request), sheet));
});
