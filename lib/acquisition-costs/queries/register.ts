import "server-only";
import type { Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { AcquisitionCostToWrite } from "../types.ts";

/** How the costs of winning customers are stored. */
export const ACQUISITION_COSTS: Register<AcquisitionCostToWrite> = {
  entity: "acquisition_cost",
  table: sql`acquisition_cost`,
  hasCustomer: true,
  columns: [
    { name: sql`channel`, type: sql`text`, of: ({ channel }) => channel, fills: true },
    { name: sql`started_on`, type: sql`date`, of: ({ startedOn }) => startedOn },
    { name: sql`ended_on`, type: sql`date`, of: ({ endedOn }) => endedOn },
    { name: sql`amount_minor`, type: sql`bigint`, of: ({ amountMinor }) => amountMinor },
    { name: sql`currency`, type: sql`text`, of: ({ currency }) => currency },
  ],
};
