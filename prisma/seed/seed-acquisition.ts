import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "#lib/admin/import-file.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DEMO_WORKSPACE } from "./people.ts";

/** What each channel cost in a month, in euros, from two years before the last order on. */
const MONTHLY = { web: 2_150, store: 1_480, phone: 320 } as const;
const FIRST_MONTH = Date.UTC(2024, 10, 1);
const MONTHS = 24;

/**
 * Import what it cost the demo to win customers as anybody would, unless it has such costs.
 *
 * @returns whether it was done now
 * @throws Error when the import did not succeed
 */
export async function seedAcquisition(): Promise<boolean> {
  const session = await systemSession(DEMO_WORKSPACE.slug, "operator");
  const isThere = await withTenant(session, "source:read", (tx) =>
    tx.acquisitionCost.findFirst({ select: { id: true } }),
  );
  if (isThere) return false;
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  const file = join(folder, "marketing-spend.csv");
  try {
    writeFileSync(file, costFile());
    const [view] = await importFiles([
      { workspace: DEMO_WORKSPACE.slug, isDryRun: false, kind: "acquisition_costs", file },
    ]);
    if (view?.status !== "succeeded" || view.counts.rejected > 0)
      throw new Error(`The demo's acquisition costs were not imported: ${view?.failure ?? ""}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

/** More in November and December, as shops do. */
function costFile(): string {
  const first = new Date(FIRST_MONTH);
  const lines = Array.from({ length: MONTHS }, (_, at) => {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1));
    const season = month.getUTCMonth() >= 10 ? 1.4 : 1;
    const day = month.toISOString().slice(0, 10);
    return Object.entries(MONTHLY).map(
      ([channel, cost]) => `${channel},${day},${(cost * season).toFixed(2)}`,
    );
  });
  return `channel,month,spend\n${lines.flat().join("\n")}\n`;
}
