import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { mayReadPersonalData } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { closedListOf } from "../closed-lists.ts";
import { isAnswer, isImportField, QUESTION_FIELDS } from "../import-fields.ts";
import type { ImportReading } from "../reading.ts";
import type { ImportKind } from "../types.ts";
import type { UnreadValue } from "../views.ts";

const MOST_VALUES = 300;
/** Longer texts are kept shortened: nothing can be said of them. */
const LONGEST = 200;

/**
 * The different texts of the whole file that stand for nothing yet, in columns that know a few words or a score, and the
 * questions whose scale nobody has said; the most frequent first, at most 300. Nothing without the right to personal data: a cell may hold anything.
 */
export async function listUnreadValues(
  tx: TenantTx,
  session: Session,
  {
    importId,
    kind,
    reading,
  }: { importId: string; kind: ImportKind; reading: ImportReading | null },
): Promise<UnreadValue[]> {
  if (!mayReadPersonalData(session) || !reading) return [];
  const columns = reading.columns.flatMap(({ header, field }) =>
    field !== null && hasMeanings(kind, field) ? [header] : [],
  );
  if (columns.length === 0) return [];
  return tx.$queryRaw<UnreadValue[]>`
    SELECT column_name AS "column", min(trim(value)) AS text, count(*)::float8 AS count FROM import_reject
    WHERE tenant_id = ${session.workspace.id}::uuid AND import_id = ${importId}::uuid AND column_name = ANY(${columns}::text[])
      AND trim(value) <> '' AND length(value) < ${LONGEST}::int
    GROUP BY column_name, lower(trim(value)) ORDER BY count(*) DESC, min(line) LIMIT ${MOST_VALUES}::int`;
}

function hasMeanings(kind: ImportKind, field: string): boolean {
  if (!isImportField(kind, field)) return false;
  const isQuestion = QUESTION_FIELDS.some((each) => each === field);
  return closedListOf(field) !== null || field === "score" || isAnswer(field) || isQuestion;
}
