import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { enterWorkspace } from "#lib/admin/owner-client.ts";
import { ROLES, type Role, SCOPES, type Scope } from "#lib/auth/permissions.ts";
import { asOwner } from "./owner.ts";
import { type FullWorkspace, makeFullWorkspace } from "./two-workspaces.ts";

/** A workspace with data in it, one member per role, and one API key per scope. */
export type RoleWorkspace = FullWorkspace & {
  /** All sign in with the workspace's password. */
  addresses: Readonly<Record<Role, string>>;
  keys: ReadonlyMap<Scope, string>;
};

/** Make the workspace in which every role and every scope is tried. */
export async function makeRoleWorkspace(mark: string): Promise<RoleWorkspace> {
  const workspace = await makeFullWorkspace(mark);
  const keys = new Map(
    SCOPES.map((scope) => [scope, `tl_${randomBytes(20).toString("hex")}`] as const),
  );
  const addressOf = (role: Role) =>
    role === "owner" ? workspace.email : `${role}-${mark}@example.com`;
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await enterWorkspace(client, workspace.slug);
    for (const role of ROLES.filter((each) => each !== "owner"))
      await addMember(client, { role, email: addressOf(role), owner: workspace.email });
    for (const [scope, key] of keys) await addKey(client, scope, key);
    await client.query("COMMIT");
  });
  const addresses = Object.fromEntries(ROLES.map((role) => [role, addressOf(role)]));
  return { ...workspace, addresses: addresses as Record<Role, string>, keys };
}

/** With the owner's password: hashing one per role would only take time. */
async function addMember(
  client: pg.Client,
  { role, email, owner }: { role: Role; email: string; owner: string },
): Promise<void> {
  const accountId = uuidv7();
  await client.query(
    "INSERT INTO account (id, email, name, password_hash) SELECT $1, $2, $3, password_hash FROM account WHERE email = $4",
    [accountId, email, `Role ${role}`, owner],
  );
  await client.query("INSERT INTO membership (id, account_id, role) VALUES ($1, $2, $3)", [
    uuidv7(),
    accountId,
    role,
  ]);
}

async function addKey(client: pg.Client, scope: Scope, key: string): Promise<void> {
  await client.query(
    "INSERT INTO api_key (id, name, prefix, sha256, scopes) VALUES ($1, $2, $3, $4, $5)",
    [uuidv7(), scope, key.slice(0, 10), createHash("sha256").update(key).digest("hex"), [scope]],
  );
}
