import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { SNIFF_BYTES } from "#lib/csv/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { isId } from "#lib/db/is-id.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { isWorkbook, readWorkbookHead } from "#lib/workbook/index.ts";
import { readUpload } from "../commands/store-upload.ts";
import { ImportMapping } from "../schema.ts";
import type { ImportKind } from "../types.ts";

/** What becomes of a dry run beside being imported. */
export type Revision = {
  /** The last dry run of the same file that was made after this one and did not fail */
  newerId: string | null;
  /** Its file can be mapped again: it is a dry run that has ended, and its file is kept */
  isRevisable: boolean;
};

/** Whether a dry run can be mapped again, or was already. */
export async function findRevision(tx: TenantTx, session: Session, id: string): Promise<Revision> {
  const tenantId = session.workspace.id;
  const [found] = await tx.$queryRaw<Revision[]>`
    SELECT i.upload_id IS NOT NULL AND i.is_dry_run AND i.status IN ('succeeded', 'failed') AS "isRevisable",
      (SELECT n.id FROM import n WHERE n.tenant_id = ${tenantId}::uuid AND n.upload_id = i.upload_id AND n.id > i.id
        AND n.is_dry_run AND n.status <> 'failed' ORDER BY n.id DESC LIMIT 1) AS "newerId"
    FROM import i WHERE i.tenant_id = ${tenantId}::uuid AND i.id = ${id}::uuid`;
  return found ?? { newerId: null, isRevisable: false };
}

/** Those of these imports that are dry runs whose place a newer one of the same file has taken. */
export async function listReplaced(
  tx: TenantTx,
  { workspace }: Session,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM import i WHERE i.tenant_id = ${workspace.id}::uuid AND i.id = ANY(${arrayLiteral(ids)}::uuid[]) AND i.is_dry_run
      AND EXISTS (SELECT 1 FROM import n WHERE n.tenant_id = ${workspace.id}::uuid AND n.upload_id = i.upload_id AND n.id > i.id
        AND n.is_dry_run AND n.status <> 'failed')`;
  return rows.map(({ id }) => id);
}

/**
 * A file that was sent before and how it was to be read, to be mapped again; null when the file is gone.
 *
 * @throws DomainError `not_found`
 */
export async function findSentFile(tx: TenantTx, id: string): Promise<SentFile | null> {
  const row = isId(id)
    ? await tx.import.findFirst({
        where: { id },
        select: {
          ...{ kind: true, mapping: true, fileName: true, isDryRun: true, status: true },
          upload: { select: { id: true, byteCount: true } },
        },
      })
    : null;
  if (!row) throw new DomainError("not_found", "This import does not exist.");
  const { kind, mapping, fileName, isDryRun, status, upload } = row;
  if (!upload) return null;
  return {
    ...{ fileName, uploadId: upload.id, byteCount: Number(upload.byteCount) },
    // text + CHECK in the database: these words are all there are
    kind: kind as ImportKind,
    mapping: mapping === null ? null : ImportMapping.parse(mapping),
    isRevisable: isDryRun && (status === "succeeded" || status === "failed"),
  };
}

export type SentFile = {
  uploadId: string;
  fileName: string;
  byteCount: number;
  kind: ImportKind;
  mapping: ImportMapping | null;
  /** Whether it is a dry run that has ended */
  isRevisable: boolean;
};

/**
 * The first bytes of a file that was sent before; of a workbook the head of a sheet, the first when `sheet` is "".
 *
 * @throws DomainError `not_found`; `conflict` when the file is gone; as `readWorkbookHead`
 */
export async function readSentHead(session: Session, importId: string, sheet: string) {
  const file = await withTenant(session, "import:read", (tx) => findSentFile(tx, importId));
  if (!file) throw new DomainError("conflict", "The file of this import is gone. Upload it again.");
  const bytes = () => readUpload(session, file.uploadId);
  const { value: first } = await bytes().next();
  if (first && isWorkbook(first)) return { workbook: await readWorkbookHead(bytes(), sheet) };
  return { bytes: new Uint8Array(first?.subarray(0, SNIFF_BYTES) ?? []) };
}
