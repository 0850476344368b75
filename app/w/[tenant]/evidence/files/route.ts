import { ownPath } from "#lib/auth/own-path.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors/index.ts";
import { FileEvidence, keepFile } from "#lib/evidence/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { type ReceivedFile, receiveEvidence } from "#lib/http/receive-evidence.ts";

export const dynamic = "force-dynamic";

/** Keep a file as evidence, and go back to where it was sent from; a refusal is told there. */
export const POST = memberRoute(async (request, session) => {
  requirePermission(session, "evidence:write");
  const received = await receiveEvidence(request);
  const { returnTo = "", subject = "", subjectId = "" } = received.fields;
  const refusal = await keepOrTell(session, received);
  const home = env().APP_URL;
  const back = new URL(ownPath(returnTo, home), home);
  back.searchParams.set("evidence", `${subject}.${subjectId}`);
  if (refusal !== null) back.searchParams.set("fileRefused", refusal);
  return new Response(null, {
    status: 303,
    headers: { location: `${back.pathname}${back.search}` },
  });
});

/** Why it was not kept; null once it is. */
async function keepOrTell(
  session: MemberSession,
  { fields, ...file }: ReceivedFile,
): Promise<string | null> {
  const parsed = FileEvidence.safeParse(fields);
  if (!parsed.success) return "invalid_input";
  try {
    await withTenant(
      session,
      "evidence:write",
      (tx) => keepFile(tx, session, { ...parsed.data, ...file }),
      { timeoutMs: 60_000 },
    );
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}
