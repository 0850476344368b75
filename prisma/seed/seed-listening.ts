import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "#lib/admin/import-file.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { readDatabaseNow } from "#lib/db/database-now.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { describeSource, listSourceNames, markSourceUsed } from "#lib/sources/index.ts";
import type { RefreshRhythm, SourceKind } from "#lib/sources/types.ts";
import { nextDay } from "#lib/time/index.ts";
import { listeningFiles } from "./listening.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_MEMBERS, DEMO_WORKSPACE } from "./people.ts";

type Said = {
  name: string;
  kind: SourceKind;
  owner: string;
  rhythm: RefreshRhythm;
  /** Days since a decision rested on it; null where none is known to */
  usedDaysAgo: number | null;
};

/** What the demo's members said about their sources. */
const SOURCES: readonly Said[] = [
  {
    ...{ name: "Delivery survey", kind: "survey", rhythm: "weekly", usedDaysAgo: 19 },
    owner: "Customer experience",
  },
  {
    ...{ name: "Shop reviews", kind: "reviews", rhythm: "monthly", usedDaysAgo: null },
    owner: "Online shop",
  },
  {
    ...{ name: "Hotline log", kind: "service_log", rhythm: "daily", usedDaysAgo: 140 },
    owner: "Service desk",
  },
  {
    ...{ name: "Complaint log", kind: "complaint_log", rhythm: "weekly", usedDaysAgo: 46 },
    owner: "Service and repairs",
  },
];

/**
 * Import what the demo's customers said as anybody would, and say what its sources are, unless it has feedback.
 *
 * @returns whether it was done now
 * @throws Error when an import did not succeed
 */
export async function seedListening(): Promise<boolean> {
  const session = await systemSession(DEMO_WORKSPACE.slug, "operator");
  const isThere = await withTenant(session, "signal:read", (tx) =>
    tx.signal.findFirst({ select: { id: true } }),
  );
  if (isThere) return false;
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  try {
    await importListening(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await sayWhatSourcesAre();
  return true;
}

async function importListening(folder: string): Promise<void> {
  const files = listeningFiles().map(({ kind, name, source, scales, text }) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const mapping = JSON.stringify({ columns: {}, source, scales });
    return { workspace: DEMO_WORKSPACE.slug, isDryRun: false, kind, file, mapping };
  });
  const views = await importFiles(files);
  const failed = views.find(({ status, counts }) => status !== "succeeded" || counts.rejected > 0);
  if (failed)
    throw new Error(
      `The demo's ${failed.kind} were not imported: ${failed.failure ?? failed.status}`,
    );
}

async function sayWhatSourcesAre(): Promise<void> {
  const manager = await memberSession(DEMO_MEMBERS[0]?.email ?? "");
  const today = (await readDatabaseNow()).toISOString().slice(0, 10);
  await withTenant(manager, "source:write", async (tx) => {
    const known = await listSourceNames(tx);
    for (const said of SOURCES) {
      const sourceId = known.find(({ name }) => name === said.name)?.id;
      if (sourceId) await describe(tx, manager, { ...said, sourceId, today });
    }
  });
}

async function describe(
  tx: TenantTx,
  manager: Session,
  { sourceId, today, kind, owner, rhythm, usedDaysAgo }: Said & { sourceId: string; today: string },
): Promise<void> {
  const department = await tx.department.findFirst({
    where: { name: owner },
    select: { id: true },
  });
  await describeSource(tx, manager, {
    ...{ sourceId, version: 1, kind, refreshRhythm: rhythm },
    ownerDepartmentId: department?.id ?? null,
  });
  if (usedDaysAgo === null) return;
  await markSourceUsed(tx, manager, {
    ...{ sourceId, version: 2, usedOn: nextDay(today, -usedDaysAgo) },
  });
}
