import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  askExport,
  listExports,
  readExport,
  recordExportTaken,
  runExport,
} from "#lib/protection/index.ts";
import { makeFilled } from "#tests/support/filled-workspace.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import type { TestTenant } from "#tests/support/tenant.ts";

describe("an export of everything", () => {
  const ask = ({ session }: TestTenant) =>
    withTenant(session, "protection:write", (tx) => askExport(tx, session));

  async function packed(tenant: TestTenant): Promise<Map<string, string>> {
    const { id } = await ask(tenant);
    await runExport({ tenantId: tenant.workspace.id, exportId: id });
    const pieces: Uint8Array[] = [];
    for await (const piece of readExport(tenant.session, id)) pieces.push(piece);
    return untar(gunzipSync(Buffer.concat(pieces)));
  }

  it("holds every table of the workspace, no secret, and nothing of another", async () => {
    const [tenant, other] = [await makeFilled(), await makeFilled()];
    const files = await packed(tenant);
    const manifest = JSON.parse(files.get("manifest.json") ?? "");
    expect(manifest.workspace.id).toBe(tenant.workspace.id);
    expect(manifest.schemaVersion).toMatch(/^2026/);
    const { rows: tables } = await withSuperuser((client) =>
      client.query<{ name: string }>(
        `SELECT table_name AS name FROM workspace_tables() WHERE table_name NOT LIKE 'workspace_export%'`,
      ),
    );
    for (const { name } of tables)
      expect(
        manifest.tables.find((table: { name: string }) => table.name === name)?.rows,
        name,
      ).toBeGreaterThan(0);
    const text = [...files.values()].join("");
    expect(text).not.toContain(other.workspace.id);
    expect(
      manifest.tables.find((table: { name: string }) => table.name === "account").columns,
    ).not.toContain("password_hash");
    expect(
      manifest.tables.find((table: { name: string }) => table.name === "api_key").columns,
    ).not.toContain("sha256");
    expect(await withTenant(other.session, "protection:write", listExports)).toMatchObject([
      { status: "failed" },
    ]);
  });

  it("is taken away once it is ready, which leaves an event; another workspace's is not there", async () => {
    const [tenant, other] = [await makeFilled(), await makeFilled()];
    const { id } = await ask(tenant);
    const take = (who: TestTenant) =>
      withTenant(who.session, "protection:write", (tx) => recordExportTaken(tx, who.session, id));
    await expect(take(tenant)).rejects.toMatchObject({ code: "not_found" });
    await expect(ask(tenant)).rejects.toMatchObject({ code: "conflict" });
    await runExport({ tenantId: tenant.workspace.id, exportId: id });
    expect((await take(tenant)).byteCount).toBeGreaterThan(100);
    await expect(take(other)).rejects.toMatchObject({ code: "not_found" });
  });
});

/** The files of a tar archive, read by the offsets of the standard. */
function untar(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at + 512 <= archive.length; ) {
    const name = archive.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    if (name === "") break;
    const size = Number.parseInt(archive.toString("latin1", at + 124, at + 135), 8);
    files.set(name, archive.toString("utf8", at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
