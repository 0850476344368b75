import type { ImportField } from "./types.ts";

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

/** The columns with the field that each of the others stands in for, where its own is empty. */
export function withFallbacks(
  columns: readonly (ImportField | null)[],
  headers: readonly string[],
  fallbacks: Readonly<Partial<Record<ImportField, readonly string[]>>> = {},
): (ImportField | null)[] {
  // The fields of a mapping are fields; Object.entries forgets it.
  const stands = Object.entries(fallbacks) as [ImportField, readonly string[]][];
  return columns.map(
    (field, at) =>
      field ??
      stands.find(
        ([own, names]) => columns.includes(own) && names.includes(headers[at] ?? ""),
      )?.[0] ??
      null,
  );
}

/** What stands in the columns of some fields, empty cells left out. */
export function cellsOf(
  rows: readonly (readonly string[])[],
  columns: readonly (ImportField | null)[],
  fields: readonly ImportField[],
): string[] {
  const places = columns.flatMap((field, at) => (field && fields.includes(field) ? [at] : []));
  return rows
    .flatMap((row) => places.map((at) => (row[at] ?? "").trim()))
    .filter((cell) => cell !== "");
}
