import "server-only";
import { prisma, type Transaction } from "./client.ts";

/**
 * The time by the clock of the database: what one process writes and another compares must not hang on whose clock is
 * right. The same all through a transaction.
 */
export async function databaseNow(tx: Pick<Transaction, "$queryRaw">): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  if (!row) throw new Error("A SELECT without FROM has one row.");
  return row.now;
}

/** The same outside any transaction. */
export function readDatabaseNow(): Promise<Date> {
  return databaseNow(prisma());
}
