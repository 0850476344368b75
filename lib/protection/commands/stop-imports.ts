import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";

const STOPPED =
  "Somebody whom this file names was erased. What was imported before stays; upload the file again without them.";

/** Words that end in one piece of a file begin in the one before: an address has 320 characters at most, of two bytes each. */
const OVERLAP_BYTES = 1024;

/**
 * End every import and dry run that waits or runs and whose file holds one of `words`, or cannot be searched, as a
 * workbook cannot: its worker finds a newer attempt and stops without a trace. Returns how many.
 */
export async function stopImports(
  tx: TenantTx,
  session: Session,
  words: readonly string[],
): Promise<number> {
  const ids = await listHolding(tx, session, words);
  for (const id of ids) await stop(tx, session, id);
  if (ids.length > 0) await enqueueValueRefresh(tx, session.workspace.id);
  return ids.length;
}

/**
 * The bytes are compared as text in which everything but ASCII is escaped, and without zeros: so UTF-8, UTF-16 and
 * Windows-1252 read alike. A word of other letters would not: it is held to stand in every file.
 */
async function listHolding(
  tx: TenantTx,
  { workspace }: Session,
  words: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM import i WHERE i.tenant_id = ${workspace.id}::uuid AND i.status IN ('queued', 'running') AND (
      EXISTS (SELECT 1 FROM unnest(${[...words]}::text[]) word WHERE octet_length(word) <> length(word))
      OR EXISTS (SELECT 1 FROM (
        SELECT p.position, p.bytes, replace(lower(encode(p.bytes || coalesce(substring(n.bytes for ${OVERLAP_BYTES}::int), ''),
          'escape')), '\\000', '') AS text
        FROM upload_piece p LEFT JOIN upload_piece n ON n.tenant_id = ${workspace.id}::uuid AND n.upload_id = p.upload_id
          AND n.position = p.position + 1
        WHERE p.tenant_id = ${workspace.id}::uuid AND p.upload_id = i.upload_id OFFSET 0) piece
        WHERE (piece.position = 0 AND substring(piece.bytes for 4) = '\\x504b0304'::bytea)
          OR EXISTS (SELECT 1 FROM unnest(${[...words]}::text[]) word
            WHERE position(lower(word) in piece.text) > 0 AND piece.text ~ word_pattern(lower(word)))))`;
  return rows.map(({ id }) => id);
}

async function stop(tx: TenantTx, session: Session, id: string): Promise<void> {
  const [ended] = await tx.$queryRaw<{ kind: string; isDryRun: boolean }[]>`
    UPDATE import SET status = 'failed', failure = ${STOPPED}, attempt = attempt + 1, finished_at = now(), waits_for = NULL
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid AND status IN ('queued', 'running')
    RETURNING kind, is_dry_run AS "isDryRun"`;
  if (!ended) return;
  await recordEvent(tx, session, {
    action: "import.failed",
    object: { type: "import", id },
    after: ended,
  });
}
