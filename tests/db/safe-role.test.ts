import { type AddressInfo, createServer } from "node:net";
import { describe, expect, inject, it } from "vitest";
import { isPassingError } from "#lib/db/raw-error.ts";
import { assertSafeRole } from "#lib/db/safe-role.ts";
import { roleUrl, runSql } from "#tests/support/cluster.ts";

const database = process.env["TEST_DATABASE"] ?? "";

function superuserHere(): string {
  const url = new URL(inject("superuserUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

describe("assertSafeRole", () => {
  it("accepts the application's role", async () => {
    await expect(assertSafeRole(process.env["DATABASE_URL"] ?? "")).resolves.toBeUndefined();
  });

  it("refuses a superuser", async () => {
    await expect(assertSafeRole(superuserHere())).rejects.toThrow("bypasses row security");
  });

  it("refuses a role that bypasses row security", async () => {
    const backup = roleUrl(inject("superuserUrl"), "app_backup", database);
    await expect(assertSafeRole(backup)).rejects.toThrow("bypasses row security");
  });

  it("refuses one role for everything", async () => {
    await expect(assertSafeRole(process.env["DATABASE_OWNER_URL"] ?? "")).rejects.toThrow(
      "one role for everything",
    );
  });

  it("refuses a role that may act as the owner", async () => {
    const url = new URL(inject("superuserUrl"));
    const name = `lent_${database.slice(-12)}`;
    await runSql(superuserHere(), [`CREATE ROLE ${name} LOGIN PASSWORD 'lent' IN ROLE app_owner`]);
    url.username = name;
    url.password = "lent";
    url.pathname = `/${database}`;
    await runSql(superuserHere(), [`GRANT CONNECT ON DATABASE ${database} TO ${name}`]);
    await expect(assertSafeRole(url.href)).rejects.toThrow("one role for everything");
    await runSql(superuserHere(), [
      `REVOKE CONNECT ON DATABASE ${database} FROM ${name}`,
      `DROP ROLE ${name}`,
    ]);
  });

  it("says of a database that takes a call and stays silent that it may answer later", async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const refusal = await assertSafeRole(`postgresql://app_user@127.0.0.1:${port}/x`).then(
      () => null,
      (error: unknown) => error,
    );
    silent.close();
    expect(refusal).toBeInstanceOf(Error);
    expect(isPassingError(refusal)).toBe(true);
  });
});
