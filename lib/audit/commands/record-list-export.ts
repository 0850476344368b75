import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AuditFields, AuditValue } from "../types.ts";
import { recordEvent } from "./record-event.ts";

export type TakenList = {
  /** The name of the list, as in the name of its file */
  list: string;
  format: string;
  /** How many rows it has, where that was counted */
  rows?: number;
  /** In force, by their names in the address */
  filters?: readonly (readonly [name: string, value: string])[];
};

/** What may name a person: that it was asked for is told, and not what. */
const PERSONAL: ReadonlySet<string> = new Set(["search", "customer"]);

/** Write down that somebody takes a list away as a file: which, in which format, how much, and by which filters. */
export function recordListExport(
  tx: TenantTx,
  session: Session,
  { list, format, rows, filters = [] }: TakenList,
): Promise<void> {
  return recordEvent(tx, session, {
    action: "list.exported",
    object: { type: "list", id: null },
    after: { list, format, ...(rows === undefined ? {} : { rows }), ...filterFields(filters) },
  });
}

function filterFields(filters: NonNullable<TakenList["filters"]>): AuditFields {
  const names = [...new Set(filters.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name): [string, AuditValue] => [
      fieldOf(name),
      PERSONAL.has(name)
        ? true
        : filters.filter(([each]) => each === name).map(([, value]) => value),
    ]),
  );
}

/** The names that other exports gave the same filters. */
function fieldOf(name: string): string {
  return FIELDS[name] ?? name;
}

const FIELDS: Readonly<Record<string, string>> = {
  from: "fromOn",
  to: "toOn",
  source: "sources",
  import: "imports",
  search: "isSearched",
  customer: "isSearched",
};
