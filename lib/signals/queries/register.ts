import "server-only";
import { NAMED_COLUMNS, type Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import { AUDIENCES, type SignalToWrite } from "../types.ts";

/** How signals are stored. */
export const SIGNALS: Register<SignalToWrite> = {
  entity: "signal",
  table: sql`signal`,
  hasCustomer: true,
  columns: [
    { name: sql`audience`, type: sql`text`, of: ({ audience }) => audience, else: AUDIENCES[0] },
    { name: sql`occurred_on`, type: sql`date`, of: ({ occurredOn }) => occurredOn },
    { name: sql`occurred_at`, type: sql`timestamptz`, of: (row) => row.occurredAt, fills: true },
    { name: sql`question`, type: sql`text`, of: ({ question }) => question, fills: true },
    { name: sql`metric`, type: sql`text`, of: ({ metric }) => metric, fills: true },
    { name: sql`score`, type: sql`float8`, of: ({ score }) => score },
    { name: sql`scale_min`, type: sql`float8`, of: ({ scale }) => endOf(scale, "min") },
    { name: sql`scale_max`, type: sql`float8`, of: ({ scale }) => endOf(scale, "max") },
    { name: sql`higher_is_better`, type: sql`bool`, of: ({ scale }) => direction(scale) },
    { name: sql`body`, type: sql`text`, of: ({ body }) => body, fills: true },
    { name: sql`language`, type: sql`text`, of: ({ language }) => language, fills: true },
    { name: sql`channel`, type: sql`text`, of: ({ channel }) => channel, fills: true },
    NAMED_COLUMNS.touchpoint,
    NAMED_COLUMNS.segment,
    NAMED_COLUMNS.department,
  ],
};

function endOf(scale: SignalToWrite["scale"], end: "min" | "max"): number | null | undefined {
  return scale === null ? null : scale?.[end];
}

function direction(scale: SignalToWrite["scale"]): string | null | undefined {
  return scale && String(scale.higherIsBetter);
}
