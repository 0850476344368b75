import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { StoredHours } from "./schema.ts";
import type { Calendar, CalendarVersionRow } from "./types.ts";
import { versionEnds } from "./version-ends.ts";

const MOST_VERSIONS = 500;

/** The business calendar with all its versions; without any the workspace is always open. */
export async function getCalendar(tx: TenantTx, session: Session): Promise<Calendar> {
  const rows = await readVersions(tx);
  return {
    timeZone: session.workspace.timeZone,
    versions: rows.map(({ id, validFromOn, hours }) => ({ id, validFromOn, hours })),
  };
}

/** The versions with the days they are in force and who saved them, the latest first. */
export async function listCalendarVersions(tx: TenantTx): Promise<CalendarVersionRow[]> {
  const rows = await readVersions(tx);
  const ends = versionEnds(rows);
  const names = await namesOf(
    tx,
    rows.flatMap(({ createdBy }) => createdBy ?? []),
  );
  return rows
    .map(({ createdBy, createdAt, ...version }, at) => ({
      ...version,
      untilOn: ends[at] ?? null,
      createdAt: createdAt.toISOString(),
      savedBy: names.get(createdBy ?? "") ?? null,
    }))
    .reverse();
}

async function readVersions(tx: TenantTx) {
  const rows = await tx.businessCalendar.findMany({
    select: { id: true, validFromOn: true, hours: true, createdBy: true, createdAt: true },
    orderBy: [{ validFromOn: "desc" }, { id: "desc" }],
    take: MOST_VERSIONS,
  });
  return rows.reverse().map((row) => ({
    ...row,
    validFromOn: row.validFromOn.toISOString().slice(0, 10),
    hours: StoredHours.parse(row.hours),
  }));
}

async function namesOf(tx: TenantTx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: [...new Set(accountIds)] } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
