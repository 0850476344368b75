import "server-only";
import { NAMED_COLUMNS, type Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { WinLossToWrite } from "../types.ts";

/** How win/loss records are stored. */
export const WIN_LOSS: Register<WinLossToWrite> = {
  entity: "win_loss",
  table: sql`win_loss`,
  hasCustomer: true,
  columns: [
    { name: sql`decided_on`, type: sql`date`, of: ({ decidedOn }) => decidedOn },
    { name: sql`outcome`, type: sql`text`, of: ({ outcome }) => outcome },
    { name: sql`offer`, type: sql`text`, of: ({ offer }) => offer, fills: true },
    { name: sql`competitor`, type: sql`text`, of: ({ competitor }) => competitor, fills: true },
    { name: sql`reason`, type: sql`text`, of: ({ reason }) => reason, fills: true },
    { name: sql`amount_minor`, type: sql`bigint`, of: (row) => row.amountMinor, fills: true },
    { name: sql`currency`, type: sql`text`, of: ({ currency }) => currency, fills: true },
    { name: sql`body`, type: sql`text`, of: ({ body }) => body, fills: true },
    NAMED_COLUMNS.segment,
    NAMED_COLUMNS.department,
  ],
};
