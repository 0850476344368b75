import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getCohorts, getRfmGrid, getValueOverview, getValueTrend } from "../queries.ts";
import {
  cohortsTable,
  concentrationTable,
  profitCurveTable,
  rfmTable,
  segmentsTable,
  trendTable,
  type ValueTable,
} from "../value-tables.ts";

/** A table of value on its way into a file. */
type ValueFile = { asOfOn: string; table: ValueTable };
type Reader = (tx: TenantTx, session: Session, segment?: string | null) => Promise<ValueFile>;

const READERS = {
  segments: overviewFile(segmentsTable),
  concentration: overviewFile(concentrationTable),
  "profit-curve": overviewFile(profitCurveTable),
  rfm: async (tx: TenantTx, session: Session) => {
    const found = await getRfmGrid(tx, session);
    return { asOfOn: found.value.asOfOn, table: rfmTable(found) };
  },
  cohorts: async (tx: TenantTx, session: Session, segment?: string | null) => {
    const found = await getCohorts(tx, session, segment);
    return { asOfOn: found.value.asOfOn, table: cohortsTable(found) };
  },
  trend: async (tx: TenantTx, session: Session) => {
    const found = await getValueTrend(tx, session);
    return { asOfOn: found.value.asOfOn, table: trendTable(found) };
  },
} as const satisfies Record<string, Reader>;

/** Reads one of the tables of value by its name in an address; null for a name that is none. */
export function valueFileOf(name: string | undefined): Reader | null {
  return Object.entries(READERS).find(([each]) => each === name)?.[1] ?? null;
}

function overviewFile(
  toTable: (value: Awaited<ReturnType<typeof getValueOverview>>) => ValueTable,
): Reader {
  return async (tx, session) => {
    const value = await getValueOverview(tx, session);
    return { asOfOn: value.asOfOn, table: toTable(value) };
  };
}
