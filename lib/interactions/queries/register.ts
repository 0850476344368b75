import "server-only";
import { NAMED_COLUMNS, type Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { InteractionToWrite } from "../types.ts";

/** How interactions are stored. */
export const INTERACTIONS: Register<InteractionToWrite> = {
  entity: "interaction",
  table: sql`interaction`,
  hasCustomer: true,
  columns: [
    { name: sql`kind`, type: sql`text`, of: ({ kind }) => kind, else: "other" },
    { name: sql`occurred_on`, type: sql`date`, of: ({ occurredOn }) => occurredOn },
    { name: sql`occurred_at`, type: sql`timestamptz`, of: (row) => row.occurredAt, fills: true },
    { name: sql`channel`, type: sql`text`, of: ({ channel }) => channel, fills: true },
    { name: sql`duration_seconds`, type: sql`int`, of: (row) => row.durationSeconds, fills: true },
    { name: sql`activity`, type: sql`text`, of: ({ activity }) => activity, fills: true },
    { name: sql`outcome`, type: sql`text`, of: ({ outcome }) => outcome, fills: true },
    { name: sql`subject`, type: sql`text`, of: ({ subject }) => subject, fills: true },
    { name: sql`body`, type: sql`text`, of: ({ body }) => body, fills: true },
    NAMED_COLUMNS.touchpoint,
    NAMED_COLUMNS.department,
  ],
};
