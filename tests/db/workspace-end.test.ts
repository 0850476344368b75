import { describe, expect, it } from "vitest";
import { systemSession } from "#lib/auth/system-session.ts";
import { openSession, withAccounts } from "#lib/db/accounts.ts";
import { findWorkspace, resolveApiKey, resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  closeWorkspace,
  listClosingWorkspaces,
  runDueDeletions,
  takeBackWorkspace,
} from "#lib/protection/index.ts";
import { FILLED_PASSWORD, makeFilled, ownerOf } from "#tests/support/filled-workspace.ts";
import { addOrders } from "#tests/support/orders.ts";
import { personOf } from "#tests/support/person-of.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import type { TestTenant } from "#tests/support/tenant.ts";

function close(
  tenant: TestTenant,
  workspaceName = tenant.workspace.name,
  password = FILLED_PASSWORD,
) {
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

async function jobsOf({ workspace }: TestTenant): Promise<string[]> {
  const { rows } = await withSuperuser((client) =>
    client.query<{ name: string }>("SELECT name FROM pgboss.job WHERE data ->> 'tenantId' = $1", [
      workspace.id,
    ]),
  );
  return rows.map(({ name }) => name);
}

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
    const input = { tenantId: tenant.workspace.id, presentPassword: FILLED_PASSWORD };
    await expect(takeBackWorkspace(personOf(stranger), input)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      takeBackWorkspace(person, { ...input, presentPassword: "wrong" }),
    ).rejects.toMatchObject({ code: "invalid_input" });
    await withSuperuser((client) =>
      client.query("UPDATE import SET status = 'undoing' WHERE tenant_id = $1", [
        tenant.workspace.id,
      ]),
    );
    expect(await takeBackWorkspace(person, input)).toEqual({ slug: tenant.workspace.slug });
    expect(await jobsOf(tenant)).toContain("import.run");
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
          presentPassword: FILLED_PASSWORD,
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
    // More than one chunk.
    await withSuperuser(async (client) => {
      await client.query(
        `INSERT INTO customer (tenant_id, id, external_id) SELECT $1, md5('c' || n)::uuid, 'C-' || n FROM generate_series(1, 11000) n`,
        [id],
      );
      await client.query(
        `INSERT INTO customer_order (tenant_id, id, external_id, customer_id, ordered_on, amount_minor, currency)
         SELECT $1, md5('o' || n)::uuid, 'O-' || n, md5('c' || n % 11000 + 1)::uuid, '2026-01-31', 100, 'EUR' FROM generate_series(1, 12000) n`,
        [id],
      );
    });
    const { rows: held } = await withSuperuser((client) =>
      client.query<{ orders: number; customers: number }>(
        `SELECT (SELECT count(*)::int FROM customer_order WHERE tenant_id = $1) AS orders,
           (SELECT count(*)::int FROM customer WHERE tenant_id = $1) AS customers`,
        [id],
      ),
    );
    expect(held[0]?.orders).toBeGreaterThan(12_000);
    const before = await placesOf(other.workspace.id);
    await close(tenant);
    await runDueDeletions();
    expect(await placesOf(id)).toContain("public.customer");
    await letTimePass(tenant);
    await runDueDeletions();
    expect(await placesOf(id)).toEqual(["public.workspace_deletion"]);
    expect(await placesOf(other.workspace.id)).toEqual(before);
    const { rows } = await withSuperuser((client) =>
      client.query(
        "SELECT counts, rows_left, finished_at FROM workspace_deletion WHERE of_tenant_id = $1 AND finished_at IS NOT NULL",
        [id],
      ),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      rows_left: 0,
      counts: { customer_order: held[0]?.orders, customer: held[0]?.customers },
    });
    await runDueDeletions();
  }, 90_000);

  it("goes on where it was broken off, and counts nothing twice", async () => {
    const tenant = await makeFilled();
    await addOrders(tenant.session, [{ customer: "C-1", day: "2026-01-31", amountMinor: 100 }]);
    await close(tenant);
    await letTimePass(tenant);
    const step = () =>
      withTenant(
        tenant.session,
        "protection:write",
        (tx) => tx.$queryRaw`
        SELECT delete_workspace_rows('customer_order', 1)`,
      );
    await step();
    await expect(
      withTenant(tenant.session, "protection:write", async (tx) => {
        await tx.$queryRaw`SELECT delete_workspace_rows('customer_order', 1)`;
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    await runDueDeletions();
    const { rows } = await withSuperuser((client) =>
      client.query(
        "SELECT counts FROM workspace_deletion WHERE of_tenant_id = $1 AND finished_at IS NOT NULL",
        [tenant.workspace.id],
      ),
    );
    expect(rows[0]?.counts.customer_order).toBe(2);
  });

  it("cannot be hurried: rows go only after the 30 days", async () => {
    const tenant = await makeFilled();
    const hurry = () =>
      withTenant(
        tenant.session,
        "protection:write",
        (tx) => tx.$queryRaw`
        SELECT delete_workspace_rows('audit_event', 10)`,
      );
    await expect(hurry()).rejects.toThrow();
    await close(tenant);
    await expect(hurry()).rejects.toThrow();
  });
});
