import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { CustomerValueFilter } from "./value-filter.ts";

/**
 * What the filter asks of `customer_value v`.
 *
 * @throws DomainError `forbidden` for a filter by profit without the right to read value
 */
export function valueConditions(session: Session, filter: Partial<CustomerValueFilter>): Sql[] {
  const { recency = [], frequency = [], monetary = [], profit = [] } = filter;
  const all: Sql[] = [];
  if (recency.length > 0) all.push(sql`v.recency_score IN (${join(recency.map(Number))})`);
  if (frequency.length > 0) all.push(sql`v.frequency_score IN (${join(frequency.map(Number))})`);
  if (monetary.length > 0) all.push(sql`v.monetary_score IN (${join(monetary.map(Number))})`);
  if (profit.length > 0) {
    requireValue(session);
    if (!profit.includes("gain")) all.push(sql`v.profit_minor <= 0`);
    if (!profit.includes("loss")) all.push(sql`v.profit_minor > 0`);
    all.push(sql`v.profit_minor IS NOT NULL`);
  }
  return all;
}

function requireValue({ permissions }: Session): void {
  if (permissions.has("value:read")) return;
  throw new DomainError("forbidden", "Your role does not show profit. Clear the profit filter.");
}
