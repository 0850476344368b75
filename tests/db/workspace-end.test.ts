import { gunzipSync } from "node:zlib";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { hashPassword } from "#lib/auth/password.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import { openSession, withAccounts } from "#lib/db/accounts.ts";
import { findWorkspace, resolveApiKey, resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  askExport,
  closeWorkspace,
  listClosingWorkspaces,
  listExports,
  readExport,
  recordExportTaken,
  runDueDeletions,
  runExport,
  takeBackWorkspace,
} from "#lib/protection/index.ts";
import { fillTables } from "#tests/support/fill-tables.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const PASSWORD = "a password for tests";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

async function withSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(inject("superuserUrl"));
  url.pathname = `/${process.env["TEST_DATABASE"]}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const ownerOf = ({ session }: TestTenant) => {
  if (session.actor.kind !== "member") throw new Error("The test's owner is a member.");
  return session.actor;
};

/** Somebody signed in, as actions on one's own account get it. */
const personOf = (tenant: TestTenant) => {
  const { accountId, name, email } = ownerOf(tenant);
  const preferences = {
    ...{ locale: null, timeZone: null, theme: "system", density: "comfortable" },
    hasSingleKeys: true,
  } as const;
  return {
    ...{ accountId, name, email, preferences, sessionId: newId() },
    ...{ isEmailVerified: true, workspaces: [] },
  };
};

/** A workspace whose owner has a password, with rows in every table. */
async function makeFilled(): Promise<TestTenant> {
  const tenant = await makeTenant();
  await withSuperuser(async (client) => {
    await client.query("UPDATE account SET password_hash = $2, email_verified_at = now() WHERE id = $1", [
      ownerOf(tenant).accountId,
      passwordHash,
    ]);
    await fillTables(client, tenant.workspace.id);
    await client.query(
      "UPDATE import SET status = 'succeeded', finished_at = now() WHERE tenant_id = $1",
      [tenant.workspace.id],
    );
    await client.query("UPDATE workspace_export SET status = 'failed' WHERE tenant_id = $1", [
      tenant.workspace.id,
    ]);
  });
  return tenant;
}

function close(tenant: TestTenant, workspaceName = tenant.workspace.name, password = PASSWORD) {
  return withTenant(tenant.session, "protection:write", (tx) =>
    closeWorkspace(tx, tenant.session, { workspaceName, presentPassword: password }),
  );
}

/** Where the id of the workspace still stands, in any column of any table; by a road of its own. */
function placesOf(id: string): Promise<string[]> {
  return withSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')",
    );
    const places: string[] = [];
    for (const { name } of rows) {
      const found = await client.query(
        `SELECT 1 FROM ${name} t WHERE position($1 in t::text) > 0 LIMIT 1`,
        [id],
      );
      if (found.rowCount) places.push(name);
    }
    return places;
  });
}

const letTimePass = ({ workspace }: TestTenant) =>
  withSuperuser((client) =>
    client.query("UPDATE tenant SET delete_after = now() - interval '1 minute' WHERE id = $1", [
      workspace.id,
    ]),
  );

describe("the end of a workspace", () => {
  it("closes sessions, API keys and jobs at once", async () => {
    const tenant = await makeFilled();
    const sessionId = newId();
    const { accountId } = ownerOf(tenant);
    await withAccounts((tx) =>
      openSession(tx, {
        ...{ id: sessionId, accountId, version: 1, userAgent: "", callerAddress: "" },
        expiresAt: new Date(Date.now() + 60_000),
      }),
    );
    const { rows } = await withSuperuser((client) =>
      client.query<{ sha256: string }>(
        "UPDATE api_key SET sha256 = $2, revoked_at = NULL, expires_at = NULL WHERE tenant_id = $1 RETURNING sha256",
        [tenant.workspace.id, newId()],
      ),
    );
    const key = rows[0]?.sha256 ?? "";
    expect(await resolveApiKey(key)).not.toBeNull();
    await close(tenant);
    expect(await resolveApiKey(key)).toBeNull();
    expect((await resolveSession(sessionId)).map(({ membership }) => membership)).toEqual([null]);
    expect(await findWorkspace(tenant.workspace.slug)).toBeNull();
    await expect(systemSession(tenant.workspace.id, "job")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("can be taken back by an owner, and by nobody else", async () => {
    const tenant = await makeFilled();
    const stranger = await makeFilled();
    await close(tenant);
    const person = personOf(tenant);
    const listed = await withAccounts((tx) => listClosingWorkspaces(tx, person.accountId));
    expect(listed).toMatchObject([{ id: tenant.workspace.id, name: tenant.workspace.name }]);
    const input = { tenantId: tenant.workspace.id, presentPassword: PASSWORD };
    await expect(takeBackWorkspace(personOf(stranger), input)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      takeBackWorkspace(person, { ...input, presentPassword: "wrong" }),
    ).rejects.toMatchObject({ code: "invalid_input" });
    expect(await takeBackWorkspace(person, input)).toEqual({ slug: tenant.workspace.slug });
    expect(await findWorkspace(tenant.workspace.id)).not.toBeNull();
    const events = await withTenant(tenant.session, "audit:read", (tx) =>
      tx.auditEvent.findMany({ where: { action: { startsWith: "workspace.deletion" } } }),
    );
    expect(events).toHaveLength(2);
  });

  it("asks for the name, the password and an owner", async () => {
    const tenant = await makeFilled();
    await expect(close(tenant, "another name")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(close(tenant, tenant.workspace.name, "wrong")).rejects.toMatchObject({
      code: "invalid_input",
    });
    const auditor = {
      ...tenant.sessionAs("auditor"),
      permissions: tenant.session.permissions,
    };
    await expect(
      withTenant(auditor, "protection:write", (tx) =>
        closeWorkspace(tx, auditor, {
          workspaceName: tenant.workspace.name,
          presentPassword: PASSWORD,
        }),
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      withTenant(tenant.sessionAs("cx_manager"), "protection:write", async () => undefined),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("deletes nothing before its time, and then every row, with a certificate", async () => {
    const [tenant, other] = [await makeFilled(), await makeFilled()];
    const { id } = tenant.workspace;
    await addOrders(
      tenant.session,
      Array.from({ length: 12_000 }, (_, at) => ({
        ...{ customer: `C-${at % 11_000}`, day: "2026-01-31", amountMinor: 100 },
      })),
    );
    const before = await placesOf(other.workspace.id);
    await close(tenant);
    await runDueDeletions();
    expect(await placesOf(id)).toContain("public.customer");
    await letTimePass(tenant);
    await runDueDeletions();
    expect(await placesOf(id)).toEqual(["public.workspace_deletion"]);
    expect(await placesOf(other.workspace.id)).toEqual(before);
    const { rows } = await withSuperuser((client) =>
      client.query("SELECT counts, rows_left, finished_at FROM workspace_deletion WHERE of_tenant_id = $1 AND finished_at IS NOT NULL", [
        id,
      ]),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ rows_left: 0, counts: { customer_order: 12_001, customer: 11_001 } });
    await runDueDeletions();
  });

  it("goes on where it was broken off, and counts nothing twice", async () => {
    const tenant = await makeFilled();
    await addOrders(tenant.session, [{ customer: "C-1", day: "2026-01-31", amountMinor: 100 }]);
    await close(tenant);
    await letTimePass(tenant);
    const step = () =>
      withTenant(tenant.session, "protection:write", (tx) => tx.$queryRaw`
        SELECT delete_workspace_rows('customer_order', 1)`);
    await step();
    await expect(
      withTenant(tenant.session, "protection:write", async (tx) => {
        await tx.$queryRaw`SELECT delete_workspace_rows('customer_order', 1)`;
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    await runDueDeletions();
    const { rows } = await withSuperuser((client) =>
      client.query("SELECT counts FROM workspace_deletion WHERE of_tenant_id = $1 AND finished_at IS NOT NULL", [
        tenant.workspace.id,
      ]),
    );
    expect(rows[0]?.counts.customer_order).toBe(2);
  });

  it("cannot be hurried: rows go only after the 30 days", async () => {
    const tenant = await makeFilled();
    const hurry = () =>
      withTenant(tenant.session, "protection:write", (tx) => tx.$queryRaw`
        SELECT delete_workspace_rows('audit_event', 10)`);
    await expect(hurry()).rejects.toThrow();
    await close(tenant);
    await expect(hurry()).rejects.toThrow();
  });
});

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
    expect(manifest.tables.find((table: { name: string }) => table.name === "account").columns).not.toContain("password_hash");
    expect(manifest.tables.find((table: { name: string }) => table.name === "api_key").columns).not.toContain("sha256");
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
