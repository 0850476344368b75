import "server-only";
import type { Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { ActivityRateToWrite } from "../types.ts";

/** How the rates of cost-to-serve activities are stored. */
export const ACTIVITY_RATES: Register<ActivityRateToWrite> = {
  entity: "activity_rate",
  table: sql`activity_rate`,
  hasCustomer: false,
  columns: [
    { name: sql`activity`, type: sql`text`, of: ({ activity }) => activity },
    { name: sql`unit`, type: sql`text`, of: ({ unit }) => unit },
    { name: sql`cost_minor`, type: sql`bigint`, of: ({ costMinor }) => costMinor },
    { name: sql`currency`, type: sql`text`, of: ({ currency }) => currency },
    { name: sql`valid_from`, type: sql`date`, of: ({ validFrom }) => validFrom },
  ],
};
