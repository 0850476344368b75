/** What turns revenue into profit. `marginRate` is 0..1; null means "not set". */
export type Rates = { marginRate: number | null; costPerOrderMinor: number | null };

/** How far a workspace has come: only what is really there counts. */
export type SetupProgress = { hasCustomers: boolean; hasOrders: boolean; hasMargin: boolean };

/** A key as it may be shown: never the secret. Instants are ISO 8601 in UTC. */
export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdAt: string;
  lastUsedAt: string | null;
};
