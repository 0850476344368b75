import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { RECORDS } from "../kinds.ts";
import {
  RECORD_CHOICES,
  type RecordChoice,
  type RecordKind,
  type RecordWordChoices,
} from "../types.ts";
import { RECORD_TABLES } from "./record-tables.ts";
import { recordOrder } from "./select-records.ts";

/** Words are looked for in so many of the last records: all of millions would take longer than the list. */
const MOST_READ = 1_000;
const MOST_WORDS = 100;

/** The words of the data that a list can be narrowed to, such as channels, as its last 1,000 records have them. */
export async function listRecordWords(
  tx: TenantTx,
  { workspace }: Session,
  kind: RecordKind,
): Promise<RecordWordChoices> {
  const { table, choices } = RECORD_TABLES[kind];
  const open = RECORD_CHOICES.flatMap((choice) => {
    const value = choices[choice];
    return value && RECORDS[kind].choices[choice] === null ? [{ choice, value }] : [];
  });
  if (open.length === 0) return wordsOf([]);
  const words = await tx.$queryRaw<Word[]>`
    SELECT DISTINCT w.choice, w.word
    FROM (SELECT t.* FROM ${table} t WHERE t.tenant_id = ${workspace.id}::uuid
          ORDER BY ${recordOrder(kind)} LIMIT ${MOST_READ}::int) t
      CROSS JOIN LATERAL (VALUES ${join(open.map(({ choice, value }) => sql`(${choice}::text, ${value})`))}) w (choice, word)
    WHERE w.word IS NOT NULL ORDER BY 1, 2 LIMIT ${MOST_WORDS}::int`;
  return wordsOf(words);
}

type Word = { choice: RecordChoice; word: string };

function wordsOf(found: readonly Word[]): RecordWordChoices {
  const of = (wanted: RecordChoice) =>
    found.filter(({ choice }) => choice === wanted).map(({ word }) => word);
  return {
    type: of("type"),
    channel: of("channel"),
    status: of("status"),
    outcome: of("outcome"),
  };
}
