import type { ImportField } from "#lib/imports/types.ts";

/** Fields whose cells are days, or days with a time. */
export const DAY_FIELDS: readonly ImportField[] = [
  "orderedOn",
  "orderedAt",
  "registeredOn",
  "startedOn",
  "endedOn",
  "occurredOn",
  "occurredAt",
  "receivedOn",
  "receivedAt",
  "closedOn",
  "decidedOn",
  "validFrom",
];

/** Fields whose cells are sums of money. */
export const MONEY_FIELDS: readonly ImportField[] = [
  "amount",
  "unitPrice",
  "refunded",
  "price",
  "cost",
];
