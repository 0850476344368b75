import { z } from "zod";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readExport, recordExportTaken } from "#lib/protection/index.ts";

export const dynamic = "force-dynamic";

/** The archive of everything the workspace holds. Whoever takes it away leaves an event. */
export const GET = memberRoute(async (_request, session, params) => {
  const exportId = z.uuid().safeParse(params["exportId"]).data;
  if (!exportId) throw new DomainError("not_found", "This export is not there any more.");
  requirePermission(session, "protection:write");
  await countMemberUse(session, "archive");
  const { byteCount } = await withTenant(session, "protection:write", (tx) =>
    recordExportTaken(tx, session, exportId),
  );
  const pieces = readExport(session, exportId);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  const name = `${session.workspace.slug}-export.tar.gz`;
  return new Response(body, {
    headers: {
      "content-type": "application/gzip",
      "content-length": String(byteCount),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
});
