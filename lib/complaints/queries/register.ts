import "server-only";
import { NAMED_COLUMNS, type Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { ComplaintToWrite } from "../types.ts";

/** How complaints are stored. */
export const COMPLAINTS: Register<ComplaintToWrite> = {
  entity: "complaint",
  table: sql`complaint`,
  hasCustomer: true,
  columns: [
    { name: sql`received_on`, type: sql`date`, of: ({ receivedOn }) => receivedOn },
    { name: sql`received_at`, type: sql`timestamptz`, of: (row) => row.receivedAt, fills: true },
    { name: sql`closed_on`, type: sql`date`, of: ({ closedOn }) => closedOn, fills: true },
    { name: sql`status`, type: sql`text`, of: ({ status }) => status, fills: true },
    { name: sql`channel`, type: sql`text`, of: ({ channel }) => channel, fills: true },
    { name: sql`product`, type: sql`text`, of: ({ product }) => product, fills: true },
    { name: sql`reason`, type: sql`text`, of: ({ reason }) => reason, fills: true },
    { name: sql`sub_reason`, type: sql`text`, of: ({ subReason }) => subReason, fills: true },
    { name: sql`subject`, type: sql`text`, of: ({ subject }) => subject, fills: true },
    { name: sql`body`, type: sql`text`, of: ({ body }) => body, fills: true },
    { name: sql`resolution`, type: sql`text`, of: ({ resolution }) => resolution, fills: true },
    { name: sql`is_timely`, type: sql`bool`, of: ({ isTimely }) => flag(isTimely), fills: true },
    { name: sql`is_disputed`, type: sql`bool`, of: (row) => flag(row.isDisputed), fills: true },
    NAMED_COLUMNS.touchpoint,
    NAMED_COLUMNS.segment,
    NAMED_COLUMNS.department,
  ],
};

function flag(value: boolean | null): string | null {
  return value === null ? null : String(value);
}
