import type pg from "pg";

/** The first minor release of each major one whose row security is not known to leak (CVE-2025-8713). */
const FLOORS: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6, 18: 0 };

/** Whether a server of this `server_version_num` (150018 is 15.18) is recent enough to keep workspaces apart. */
export function isRecentEnough(versionNumber: number): boolean {
  const major = Math.floor(versionNumber / 10_000);
  const floor = FLOORS[major];
  return floor === undefined ? major > 18 : versionNumber % 10_000 >= floor;
}

/** The server's version as a number, as `isRecentEnough` takes it. */
export async function readServerVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: string }>(
    "SELECT current_setting('server_version_num') AS number",
  );
  return Number(rows[0]?.number);
}

/** `15.18` for 150018. */
export function versionText(versionNumber: number): string {
  return `${Math.floor(versionNumber / 10_000)}.${versionNumber % 10_000}`;
}

export const FLOOR_SENTENCE = "PostgreSQL must be at least 15.14, 16.10, 17.6 or 18.";
