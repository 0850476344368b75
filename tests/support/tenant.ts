import { v7 as uuidv7 } from "uuid";
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Role } from "#lib/auth/permissions.ts";
import type { Actor, Session, Workspace } from "#lib/auth/types.ts";
import { asOwner } from "./owner.ts";

/** A workspace of a test's own. Nothing in it is shared with another test. */
export type TestTenant = {
  workspace: Workspace;
  /** The owner, with every permission there is. */
  session: Session;
  /** A member of that role, with exactly the permissions of the table in lib/auth/permissions.ts. */
  sessionAs: (role: Role) => Session;
};

type Member = Extract<Actor, { kind: "member" }>;
type Overrides = Partial<Omit<Workspace, "id">>;

/** Make a new workspace with one member per role. */
export async function makeTenant(overrides: Overrides = {}): Promise<TestTenant> {
  const id = uuidv7();
  const workspace: Workspace = {
    slug: `t-${id.slice(-12)}`,
    name: "Test workspace",
    currency: "EUR",
    timeZone: "UTC",
    locale: "en",
    ...overrides,
    id,
  };
  const members = ROLES.map((role) => newMember(role, workspace.slug));
  await store(workspace, members);
  const sessionAs = (role: Role): Session => ({
    workspace,
    actor: memberOf(members, role),
    permissions: new Set(ROLE_PERMISSIONS[role]),
  });
  return {
    workspace,
    session: { ...sessionAs("owner"), permissions: new Set(PERMISSIONS) },
    sessionAs,
  };
}

function newMember(role: Role, slug: string): Member {
  return {
    kind: "member",
    role,
    accountId: uuidv7(),
    membershipId: uuidv7(),
    name: `Test ${role}`,
    email: `${role}@${slug}.example`,
    departmentIds: [],
  };
}

function memberOf(members: readonly Member[], role: Role): Member {
  const member = members.find((each) => each.role === role);
  if (!member) throw new Error(`No test member is ${role}.`);
  return member;
}

function store(workspace: Workspace, members: readonly Member[]): Promise<void> {
  const columns = (name: "accountId" | "membershipId" | "email" | "name" | "role") =>
    members.map((member) => member[name]);
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [workspace.id]);
    await client.query(
      "INSERT INTO tenant (id, slug, name, currency, time_zone, locale) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        workspace.id,
        workspace.slug,
        workspace.name,
        workspace.currency,
        workspace.timeZone,
        workspace.locale,
      ],
    );
    await client.query(
      "INSERT INTO account (id, email, name) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])",
      [columns("accountId"), columns("email"), columns("name")],
    );
    await client.query(
      "INSERT INTO membership (tenant_id, id, account_id, role) SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::text[])",
      [workspace.id, columns("membershipId"), columns("accountId"), columns("role")],
    );
    await client.query("COMMIT");
  });
}
