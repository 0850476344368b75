import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { receiveUpload } from "#lib/http/receive-upload.ts";
import { importUpload } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** The import form of the browser; the body never passes proxy.ts, which would cut it at 10 MB. */
export const POST = memberRoute(async (request, session) => {
  if (!session.permissions.has("import:write")) {
    throw new DomainError(
      "forbidden",
      "Your role does not allow imports. An owner of the workspace can change that.",
    );
  }
  const { fields, upload } = await receiveUpload(request, session);
  const started = await importUpload(
    session,
    {
      kind: fields.get("kind") ?? "",
      mapping: fields.get("mapping"),
      isDryRun: fields.get("dryRun") === "true",
      origin: "browser",
    },
    upload,
  );
  return Response.json(started, { status: 202 });
});
