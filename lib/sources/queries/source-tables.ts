import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import { SOURCE_ROW_KINDS, type SourceRowKind } from "../types.ts";

type SourceTable = {
  table: Sql;
  /** On which day a row happened */
  day: Sql;
  /** The customer of a row; null where there is none */
  customer: Sql | null;
  /** The import that leads from a row to its source; null where the row names its source itself */
  import: Sql | null;
};

const OWN = { customer: sql`customer_id`, import: null };

/** Where rows of each kind lie. A customer is of the import that made it, an order of the one that wrote it last. */
const TABLES: Readonly<Record<SourceRowKind, SourceTable>> = {
  customers: {
    table: sql`customer`,
    day: sql`coalesce(registered_on, created_at::date)`,
    customer: sql`id`,
    import: sql`created_import_id`,
  },
  orders: {
    table: sql`customer_order`,
    day: sql`ordered_on`,
    customer: sql`customer_id`,
    import: sql`changed_import_id`,
  },
  signals: { table: sql`signal`, day: sql`occurred_on`, ...OWN },
  interactions: { table: sql`interaction`, day: sql`occurred_on`, ...OWN },
  complaints: { table: sql`complaint`, day: sql`received_on`, ...OWN },
  win_loss: { table: sql`win_loss`, day: sql`decided_on`, ...OWN },
  subscriptions: { table: sql`subscription`, day: sql`started_on`, ...OWN },
  acquisition_costs: { table: sql`acquisition_cost`, day: sql`started_on`, ...OWN },
  activity_rates: { table: sql`activity_rate`, day: sql`valid_from`, customer: null, import: null },
};

/** Every table whose rows belong to sources. */
export const SOURCE_TABLES = SOURCE_ROW_KINDS.map((kind) => ({ kind, ...TABLES[kind] }));

/**
 * Imports of a kind whose rows are its own, of every source or of one: `id` and `source_id`. Customers that a file of
 * another kind made on the way are no rows of it.
 */
export function importsOf(tenantId: string, kind: SourceRowKind, narrowed: Sql): Sql {
  return sql`SELECT id, source_id FROM import
    WHERE tenant_id = ${tenantId}::uuid AND kind = ${kind} AND source_id IS NOT NULL AND NOT is_dry_run ${narrowed}`;
}
