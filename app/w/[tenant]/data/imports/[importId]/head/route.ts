import { mayReadPersonalData } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readSentHead } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** The first bytes of a file that was sent before, for its preview; of a workbook the head of a sheet. */
export const GET = memberRoute(async (request, session, { importId = "" }) => {
  if (!session.permissions.has("import:write") || !mayReadPersonalData(session)) {
    throw new DomainError(
      "forbidden",
      "Your role does not allow imports. An owner of the workspace can change that.",
    );
  }
  const sheet = new URL(request.url).searchParams.get("sheet") ?? "";
  const head = await readSentHead(session, importId, sheet);
  const headers = { "cache-control": "no-store" };
  return "workbook" in head
    ? Response.json(head.workbook, { headers })
    : new Response(head.bytes, {
        headers: { ...headers, "content-type": "application/octet-stream" },
      });
});
