import { describe, expect, it } from "vitest";
import { withAccounts } from "#lib/db/accounts.ts";
import { sender } from "#lib/jobs/boss.ts";
import {
  discardDeadJob,
  getAdministration,
  readMetrics,
  retryDeadJob,
} from "#lib/operations/index.ts";
import { queue } from "#tests/support/imports.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";

async function makeDeadJob(
  source: string,
  data: object,
): Promise<{ jobId: string; queue: string }> {
  const boss = await sender();
  const name = `${source}.dead`;
  const jobId = await boss.send(name, data);
  return { jobId: jobId ?? "", queue: name };
}

const dead = async () => (await getAdministration()).deadJobs.map(({ id }) => id);

describe("the administration", () => {
  it("counts what the installation holds, and names nothing that stands in a workspace", async () => {
    const { session, workspace } = await makeTenant({ name: "Secret Company" });
    const importId = await queue(session, { kind: "orders", text: "a,b\n1,2\n" });
    const seen = await getAdministration();
    expect(seen.operations).toMatchObject({ isServerRecent: true, backup: null });
    expect(seen.operations.databaseBytes).toBeGreaterThan(1_000_000);
    expect(seen.imports).toContainEqual(
      expect.objectContaining({ importId, tenantId: workspace.id, status: "queued" }),
    );
    expect(seen.openJobs).toContainEqual(
      expect.objectContaining({ queue: "import.run", tenantId: workspace.id }),
    );
    expect(JSON.stringify(seen)).not.toMatch(/Secret Company|test\.csv|owner@/);
  });

  it("tells the age of the last backup", async () => {
    await asOwner((client) =>
      client.query(
        "INSERT INTO backup_run (id, made_at, version, row_count, byte_count, elapsed_ms) VALUES (gen_random_uuid(), now() - interval '2 hours', '0.1.0', 5, 6, 7)",
      ),
    );
    const { operations } = await getAdministration();
    expect(operations.backup).toMatchObject({ rows: 5, bytes: 6, version: "0.1.0" });
    expect(await readMetrics(Date.now())).toMatch(/throughline_backup_age_seconds 7[12]\d\d/);
  });

  it("answers Prometheus in its format, a help and a type for every figure", async () => {
    const { workspace } = await makeTenant();
    const text = await readMetrics(Date.now());
    const names = new Set(
      [...text.matchAll(/^throughline_[a-z_]+/gm)].map(([name]) =>
        name.replace(/^(.*_seconds)_(?:bucket|sum|count)$/, "$1"),
      ),
    );
    expect(names.size).toBeGreaterThan(12);
    for (const name of names) expect(text).toContain(`# TYPE ${name} `);
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) .+|throughline_\w+(?:\{[^}]*\})? [\d.e+-]+)$/);
    expect(text).not.toContain(workspace.id);
    expect(text).not.toContain(workspace.slug);
  });

  it("puts a job that was given up into its queue again", async () => {
    const { workspace } = await makeTenant();
    const job = await makeDeadJob("value.refresh", { tenantId: workspace.id });
    await withAccounts((tx) => retryDeadJob(tx, job));
    expect(await dead()).not.toContain(job.jobId);
    expect((await getAdministration()).openJobs).toContainEqual(
      expect.objectContaining({ queue: "value.refresh", tenantId: workspace.id }),
    );
  });

  it("puts the jobs of several workspaces into a queue that holds one of each", async () => {
    const tenants = [await makeTenant(), await makeTenant()];
    for (const { workspace } of tenants) {
      const job = await makeDeadJob("value.refresh", { tenantId: workspace.id });
      await withAccounts((tx) => retryDeadJob(tx, job));
    }
    const { openJobs } = await getAdministration();
    for (const { workspace } of tenants)
      expect(openJobs).toContainEqual(
        expect.objectContaining({ queue: "value.refresh", tenantId: workspace.id }),
      );
  });

  it("refuses to try again what somebody was told about, and what is gone", async () => {
    const job = await makeDeadJob("mail.send", {});
    const retry = (given: typeof job) => withAccounts((tx) => retryDeadJob(tx, given));
    await expect(retry(job)).rejects.toMatchObject({ code: "conflict" });
    expect(await dead()).toContain(job.jobId);
    const gone = { jobId: "0193b3a0-0000-7000-8000-000000000000", queue: "value.refresh.dead" };
    await expect(retry(gone)).rejects.toMatchObject({ code: "not_found" });
  });

  it("forgets a job that is discarded, once", async () => {
    const job = await makeDeadJob("mail.send", {});
    const discard = () => withAccounts((tx) => discardDeadJob(tx, job));
    await discard();
    expect(await dead()).not.toContain(job.jobId);
    await expect(discard()).rejects.toMatchObject({ code: "not_found" });
  });
});
