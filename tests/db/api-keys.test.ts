import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createApiKey, listApiKeys, revokeApiKey } from "#lib/api-keys/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { resolveApiKey } from "#lib/db/directory.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ session } = tenant);
});

const GIVEN = { name: "Ada’s shop", scopes: ["orders:read" as const], expiresInDays: 30 };
const make = (who = session, given: Parameters<typeof createApiKey>[2] = GIVEN) =>
  withTenant(who, "api_key:write", (tx) => createApiKey(tx, who, given));
const revoke = (keyId: string, who = session) =>
  withTenant(who, "api_key:write", (tx) => revokeApiKey(tx, who, { keyId }));
const list = (who = session, now = new Date()) =>
  withTenant(who, "api_key:write", (tx) => listApiKeys(tx, now));
const resolved = (key: string) => resolveApiKey(createHash("sha256").update(key).digest("hex"));

describe("an API key", () => {
  it("opens its workspace with its scopes, and its secret is nowhere but in the answer", async () => {
    const { id, key } = await make();
    expect(await resolved(key)).toMatchObject({ keyId: id, scopes: ["orders:read"] });
    const [row] = await list();
    expect(row).toMatchObject({ id, name: "Ada’s shop", isExpired: false, lastUsedAt: null });
    expect(row?.madeBy).toEqual({ kind: "member", name: "Test owner" });
    expect(key.startsWith(row?.prefix ?? "?")).toBe(true);
    const stored = JSON.stringify([row, await storedEvents(session)]);
    expect(stored).not.toContain(key);
    expect(JSON.stringify(await storedEvents(session))).not.toContain("Ada");
  });

  it("tells who made it also when the audit log has forgotten, and the operator where it was no member", async () => {
    await make();
    await asOwner(async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
      await client.query("DELETE FROM audit_event WHERE tenant_id = $1", [session.workspace.id]);
      await client.query("COMMIT");
    });
    expect(await storedEvents(session)).toEqual([]);
    expect(await list()).toMatchObject([{ madeBy: { kind: "member", name: "Test owner" } }]);
    await make({ ...session, actor: { kind: "operator" } });
    expect((await list())[0]?.madeBy).toEqual({ kind: "operator" });
  });

  it("ends after its days, or never", async () => {
    await make();
    await make(session, { ...GIVEN, expiresInDays: null });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect((await list(session, inDays(29))).map(({ isExpired }) => isExpired)).toEqual([
      false,
      false,
    ]);
    expect((await list(session, inDays(31))).map(({ isExpired }) => isExpired)).toEqual([
      false,
      true,
    ]);
  });

  it("is refused from the request after it is revoked", async () => {
    const { id, key } = await make();
    await revoke(id);
    expect(await resolved(key)).toBeNull();
    expect(await list()).toEqual([]);
    expect((await storedEvents(session)).map(({ action, objectId }) => [action, objectId])).toEqual(
      [
        ["api_key.created", id],
        ["api_key.revoked", id],
      ],
    );
  });

  it("cannot be revoked twice, nor by another workspace, nor seen there", async () => {
    const { id, key } = await make();
    const other = await makeTenant();
    await expect(revoke(id, other.session)).rejects.toMatchObject({ code: "not_found" });
    expect(await list(other.session)).toEqual([]);
    expect(await resolved(key)).not.toBeNull();
    await revoke(id);
    await expect(revoke(id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is the owner's to make", async () => {
    await expect(make(tenant.sessionAs("cx_manager"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is one of a hundred at most", async () => {
    await withTenant(session, "api_key:write", (tx) =>
      tx.apiKey.createMany({
        data: Array.from({ length: 100 }, (_, at) => ({
          ...{ name: `k${at}`, prefix: "tl_", sha256: `x${at}`, scopes: ["all"] },
        })),
      }),
    );
    await expect(make()).rejects.toMatchObject({ code: "conflict" });
  });
});
