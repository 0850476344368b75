import { existsSync, readFileSync } from "node:fs";
import type { PurchaseColumns, PurchaseHistory } from "#lib/clv/types.ts";

/** Published and computed values that are no part of the project; tests that need them are left out where they are absent. */
export const CLV_REFERENCE = "../shared/reference/clv";

export const hasClvReference = existsSync(CLV_REFERENCE);

export function readReference(file: string): unknown {
  return JSON.parse(readFileSync(`${CLV_REFERENCE}/${file}`, "utf8"));
}

/** A table of the reference, each row by the names of its columns. */
export function readReferenceRows(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(`${CLV_REFERENCE}/${file}`, "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

/** A summary table as a history. */
export function referenceHistory(file: string): PurchaseHistory {
  const rows = readReferenceRows(file);
  const column = (name: string) => rows.map((row) => Number(row[name]));
  return {
    repeats: Int32Array.from(column("frequency")),
    lastDays: Int32Array.from(column("recency_days")),
    ageDays: Int32Array.from(column("T_days")),
    meanSpend: Float64Array.from(column("monetary")),
    daysPerUnit: 7,
  };
}

/** CDNOW's transactions as columns, days counted from 1970. */
export function referencePurchases(file: string): PurchaseColumns {
  const rows = readReferenceRows(file);
  return {
    customers: Int32Array.from(rows, (row) => Number(row["customer_id"])),
    days: Int32Array.from(rows, (row) => dayOf(row["date"] ?? "")),
    amounts: Float64Array.from(rows, (row) => Number(row["amount"])),
  };
}

export function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}
