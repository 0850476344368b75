import { withTenant } from "#lib/db/with-tenant.ts";
import { readEvidenceFile } from "#lib/evidence/index.ts";
import { download } from "#lib/http/download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** A kept file, only ever as a download: a browser does not show it, and does not guess what it is. */
export const GET = memberRoute(async (_request, session, params) => {
  const { name, mediaType, bytes } = await withTenant(session, "evidence:read", (tx) =>
    readEvidenceFile(tx, params["fileId"] ?? ""),
  );
  return download(name, mediaType, whole(bytes));
});

async function* whole(bytes: Uint8Array) {
  yield bytes;
}
