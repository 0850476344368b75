import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import { SOURCE_ROW_KINDS, type SourceRowKind } from "../types.ts";

/** Where rows of each kind lie, on which day they happened, and whether they can belong to a customer. */
const TABLES: Readonly<Record<SourceRowKind, { table: Sql; day: Sql; hasCustomer: boolean }>> = {
  signals: { table: sql`signal`, day: sql`occurred_on`, hasCustomer: true },
  interactions: { table: sql`interaction`, day: sql`occurred_on`, hasCustomer: true },
  complaints: { table: sql`complaint`, day: sql`received_on`, hasCustomer: true },
  win_loss: { table: sql`win_loss`, day: sql`decided_on`, hasCustomer: true },
  subscriptions: { table: sql`subscription`, day: sql`started_on`, hasCustomer: true },
  activity_rates: { table: sql`activity_rate`, day: sql`valid_from`, hasCustomer: false },
};

/** Every table whose rows belong to sources. */
export const SOURCE_TABLES = SOURCE_ROW_KINDS.map((kind) => ({ kind, ...TABLES[kind] }));
