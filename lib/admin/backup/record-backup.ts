import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Manifest } from "./manifest.ts";

/** Remember that a backup was made, so that the administrator page and the metrics can tell its age. */
export async function recordBackup(
  ownerUrl: string,
  { madeAt, version, tables }: Manifest,
  elapsedMs: number,
): Promise<void> {
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  const bytes = tables.reduce((total, table) => total + table.bytes, 0);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "INSERT INTO backup_run (id, made_at, version, row_count, byte_count, elapsed_ms) VALUES ($1, $2, $3, $4, $5, $6)",
      [uuidv7(), madeAt, version, rows, bytes, Math.round(elapsedMs)],
    );
  } finally {
    await client.end();
  }
}
