import "server-only";
import type { Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { SubscriptionToWrite } from "../types.ts";

/** How subscriptions are stored. */
export const SUBSCRIPTIONS: Register<SubscriptionToWrite> = {
  entity: "subscription",
  table: sql`subscription`,
  hasCustomer: true,
  columns: [
    { name: sql`plan`, type: sql`text`, of: ({ plan }) => plan, fills: true },
    { name: sql`started_on`, type: sql`date`, of: ({ startedOn }) => startedOn },
    { name: sql`ended_on`, type: sql`date`, of: ({ endedOn }) => endedOn },
    { name: sql`price_minor`, type: sql`bigint`, of: ({ priceMinor }) => priceMinor, fills: true },
    { name: sql`currency`, type: sql`text`, of: ({ currency }) => currency, fills: true },
    { name: sql`period`, type: sql`text`, of: ({ period }) => period, fills: true },
  ],
};
