import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { importMappingFor } from "../schema.ts";
import { IMPORT_KINDS, type ImportStatus } from "../types.ts";
import type { ImportOrigin } from "../views.ts";
import { removeUpload, type StoredUpload, storeUpload } from "./store-upload.ts";

/** What somebody asks for with a file: in the browser, by API or on the command line. */
export type StartImport = {
  kind: string;
  /** `{ columns, … }` as JSON text or as an object; absent: by the headers */
  mapping?: unknown;
  isDryRun: boolean;
  origin: ImportOrigin;
  /** Whose rows they are, whatever the mapping says; absent: the source that the mapping names, or the usual one */
  sourceId?: string;
  /** The caller's Idempotency-Key: the same key of the same caller gives the same import */
  requestKey?: string | null;
};

export type StartedImport = { id: string; status: ImportStatus };

const Kind = z.enum(IMPORT_KINDS, { error: `kind must be one of: ${IMPORT_KINDS.join(", ")}.` });

/**
 * Store a file and put its import into the queue.
 *
 * @throws DomainError `invalid_input` for an unknown kind, a wrong mapping or a file over 2 GB
 */
export async function startImport(
  session: Session,
  input: StartImport & { fileName: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<StartedImport> {
  checkRequest(input);
  return importUpload(session, input, await storeUpload(session, input.fileName, bytes));
}

/**
 * Put the import of a stored file into the queue. The same file with the same mapping, sent again while the first
 * still waits or runs, is the first: a double click makes one import.
 *
 * @throws DomainError `invalid_input`; the file is then removed
 */
export async function importUpload(
  session: Session,
  input: StartImport,
  upload: StoredUpload,
): Promise<StartedImport> {
  try {
    const request = checkRequest(input);
    const started = await withTenant(session, "import:write", (tx) =>
      queueImport(tx, session, input, request, upload),
    );
    if (!started.isNew) await removeUpload(session, upload.id);
    return { id: started.id, status: started.status };
  } catch (error) {
    await removeUpload(session, upload.id);
    throw error;
  }
}

type Request = ReturnType<typeof checkRequest>;

/** What is asked for, parsed. @throws DomainError `invalid_input` */
export function checkRequest({ kind, mapping }: Pick<StartImport, "kind" | "mapping">) {
  const parsedKind = Kind.safeParse(kind);
  if (!parsedKind.success) throw invalid(parsedKind.error);
  const parsed = importMappingFor(parsedKind.data).nullish().safeParse(fromJson(mapping));
  if (!parsed.success) throw invalid(parsed.error);
  return { kind: parsedKind.data, mapping: parsed.data ?? null };
}

function fromJson(mapping: unknown): unknown {
  if (typeof mapping !== "string") return mapping;
  if (mapping.trim() === "") return null;
  try {
    return JSON.parse(mapping);
  } catch {
    throw new DomainError(
      "invalid_input",
      'The mapping is not JSON. Write { "columns": { "<header>": "<field>" } }.',
    );
  }
}

function invalid(error: z.ZodError): DomainError {
  return new DomainError("invalid_input", error.issues.map(({ message }) => message).join(" "));
}

/** Put the import of a stored file into the queue; a twin that waits or runs is returned instead. */
export async function queueImport(
  tx: TenantTx,
  session: Session,
  input: StartImport,
  { kind, mapping }: Request,
  upload: StoredUpload,
): Promise<StartedImport & { isNew: boolean }> {
  const id = newId();
  const tenantId = session.workspace.id;
  const requestKey = input.requestKey ? callersKey(session, input.requestKey) : null;
  const { sourceId = null } = input;
  const contentKey = createHash("sha256")
    .update(
      JSON.stringify([
        kind,
        input.isDryRun,
        mapping,
        upload.sha256,
        ...(sourceId ? [sourceId] : []),
      ]),
    )
    .digest("hex");
  const createdBy = session.actor.kind === "member" ? session.actor.accountId : null;
  const made = await tx.$executeRaw`
    INSERT INTO import (tenant_id, id, upload_id, file_name, kind, is_dry_run, mapping, content_key, request_key, bytes_total,
      created_by, origin, source_id)
    VALUES (${tenantId}::uuid, ${id}::uuid, ${upload.id}::uuid, ${upload.fileName}, ${kind}, ${input.isDryRun},
      ${mapping === null ? null : JSON.stringify(mapping)}::jsonb, ${contentKey}, ${requestKey}, ${upload.byteCount}::bigint,
      ${createdBy}::uuid, ${input.origin}, ${sourceId}::uuid)
    ON CONFLICT DO NOTHING`;
  if (made === 0) return { ...(await findTwin(tx, contentKey, requestKey)), isNew: false };
  await recordEvent(tx, session, {
    action: "import.started",
    object: { type: "import", id },
    after: { kind, isDryRun: input.isDryRun, origin: input.origin },
  });
  await enqueue(tx, "import.run", { tenantId, importId: id });
  return { id, status: "queued", isNew: true };
}

/** Under the caller's own name, where no other caller's key lies, and none of the program's own, as of `commitImport`. */
function callersKey({ actor }: Session, key: string): string {
  switch (actor.kind) {
    case "api_key":
      return `api_key:${actor.keyId}:${key}`;
    case "member":
      return `member:${actor.accountId}:${key}`;
    default:
      return `${actor.kind}::${key}`;
  }
}

async function findTwin(
  tx: TenantTx,
  contentKey: string,
  requestKey: string | null,
): Promise<StartedImport> {
  const twin = await tx.import.findFirst({
    where: {
      OR: [
        ...(requestKey ? [{ requestKey }] : []),
        { contentKey, status: { in: ["queued", "running"] } },
      ],
    },
    select: { id: true, status: true, contentKey: true },
    orderBy: { createdAt: "asc" },
  });
  if (twin && twin.contentKey !== contentKey) {
    throw new DomainError(
      "conflict",
      "This Idempotency-Key was used for another import. Use a new one.",
    );
  }
  if (!twin)
    throw new DomainError(
      "conflict",
      "The same file has just been imported. Look at the list of imports.",
    );
  return { id: twin.id, status: twin.status as ImportStatus };
}
