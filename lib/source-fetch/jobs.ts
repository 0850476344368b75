import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { listWorkspaces } from "#lib/db/directory.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Reach } from "#lib/http/call-outside.ts";
import { importUpload, removeUpload, storeUpload } from "#lib/imports/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type ClaimedFetch, claimFetch } from "./commands/claim-fetch.ts";
import { endFetch, type FetchResult } from "./commands/end-fetch.ts";
import { openSignIn } from "./commands/keep-sign-in.ts";
import {
  FetchFailed,
  failureIn,
  type OpenedAddress,
  openAddress,
} from "./commands/open-address.ts";
import { fileNameIn } from "./file-name.ts";

type Payload = { tenantId: string; sourceId: string };

/** For the whole file: 2 GB in this time is a slow line. */
const LONGEST_MS = 20 * 60_000;
const NOT_MODIFIED = 304;
const STARTED_AT_ONCE = 200;

/**
 * Fetch a source that is due, and import its file if it is another than last time. Two workers never fetch one source at
 * once. `reach` is for tests: the product calls the open internet only.
 */
export async function fetchSource({ tenantId, sourceId }: Payload, reach?: Reach): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const claimed = await withTenant(session, "source:write", (tx) =>
    claimFetch(tx, session, sourceId),
  );
  if (!claimed) return;
  const result = await fetchFile(session, claimed, reach);
  await withTenant(session, "source:write", (tx) => endFetch(tx, session, claimed, result));
}

/** Give every source whose time has come a job. May run twice: whoever comes second finds nothing due. */
export async function fetchDueSources(): Promise<void> {
  for (const { id } of await listWorkspaces()) {
    try {
      const session = await systemSession(id, "job");
      await withTenant(session, "source:write", (tx) => enqueueDue(tx, id));
    } catch (error) {
      // One that is closed meanwhile must not keep the others from their turn.
      if (!(error instanceof WorkspaceClosed)) throw error;
    }
  }
}

async function enqueueDue(tx: TenantTx, tenantId: string): Promise<void> {
  const due = await tx.$queryRaw<{ sourceId: string }[]>`
    SELECT source_id AS "sourceId" FROM source_fetch
    WHERE tenant_id = ${tenantId}::uuid AND next_fetch_at <= now() AND (running_until IS NULL OR running_until <= now())
    ORDER BY next_fetch_at LIMIT ${STARTED_AT_ONCE}::int`;
  for (const { sourceId } of due)
    await enqueue(tx, "source.fetch", { tenantId, sourceId }, sourceId);
}

async function fetchFile(
  session: Session,
  claimed: ClaimedFetch,
  reach?: Reach,
): Promise<FetchResult> {
  try {
    const signIn = signInOf(claimed);
    const { url, etag, lastModified } = claimed;
    const known = { etag, lastModified };
    const opened = await openAddress({ url, signIn, known, timeoutMs: LONGEST_MS }, reach);
    if (opened.status !== NOT_MODIFIED) return await importFile(session, claimed, opened);
    opened.close();
    return unchanged(opened.status, null);
  } catch (error) {
    return failedBy(error);
  }
}

function signInOf({ sealedSignIn, sourceId }: ClaimedFetch): string | null {
  if (sealedSignIn === null) return null;
  const header = openSignIn(sealedSignIn, sourceId);
  if (header === null) throw new FetchFailed("secret");
  return header;
}

async function importFile(
  session: Session,
  { kind, sourceId, tryId, sha256 }: ClaimedFetch,
  { status, url, etag, lastModified, bytes }: OpenedAddress,
): Promise<FetchResult> {
  const upload = await storeUpload(session, fileNameIn(url), bytes);
  if (upload.byteCount === 0 || upload.sha256 === sha256) {
    await removeUpload(session, upload.id);
    if (upload.byteCount === 0) throw new FetchFailed("empty", status);
    return unchanged(status, upload.byteCount);
  }
  const { id: importId } = await importUpload(
    session,
    { kind, sourceId, isDryRun: false, origin: "source", requestKey: `fetch:${tryId}` },
    upload,
  );
  return {
    ...{ outcome: "imported", importId, etag, lastModified, sha256: upload.sha256 },
    ...{ answerStatus: status, byteCount: upload.byteCount },
  };
}

function unchanged(answerStatus: number, byteCount: number | null): FetchResult {
  return { outcome: "unchanged", importId: null, answerStatus, byteCount };
}

/** A workspace that was closed meanwhile stops the job; a network or a file that fails is a result. */
function failedBy(error: unknown): FetchResult {
  // What can be said of a file that is no table, or too large.
  const failure = error instanceof DomainError ? "file" : failureIn(error);
  if (failure === "other" && !(error instanceof FetchFailed)) throw error;
  const answerStatus = error instanceof FetchFailed ? error.answerStatus : null;
  const message = error instanceof DomainError ? error.message : "";
  return {
    ...{ outcome: "failed", failure, detail: message || null, importId: null },
    ...{ answerStatus, byteCount: null },
  };
}
