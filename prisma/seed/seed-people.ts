import type pg from "pg";
import { addMember } from "#lib/admin/commands/add-member.ts";
import { createWorkspace } from "#lib/admin/commands/create-workspace.ts";
import { placeDepartment } from "#lib/admin/commands/place-department.ts";
import { enterWorkspace, inTransaction } from "#lib/admin/owner-client.ts";
import {
  DEMO_DEPARTMENTS,
  DEMO_MEMBERS,
  DEMO_OWNER,
  DEMO_PASSWORD,
  DEMO_WORKSPACE,
  type DemoMember,
  EMPTY_WORKSPACE,
  EMPTY_WORKSPACE_MEMBERS,
} from "./people.ts";

type DemoWorkspace = typeof DEMO_WORKSPACE | typeof EMPTY_WORKSPACE;

/** The two demo workspaces and their members, made by what the command line uses. What is there stays as it is. */
export async function seedPeople(ownerUrl: string): Promise<void> {
  await inTransaction(ownerUrl, (client) => seedDemo(client));
  await inTransaction(ownerUrl, (client) =>
    seedWorkspace(client, EMPTY_WORKSPACE, EMPTY_WORKSPACE_MEMBERS),
  );
}

/** Departments come with the workspace only: what somebody changed stays changed. */
async function seedDemo(client: pg.Client): Promise<void> {
  if (!(await seedWorkspace(client, DEMO_WORKSPACE, DEMO_MEMBERS))) return;
  for (const department of DEMO_DEPARTMENTS)
    await placeDepartment(client, { ...department, workspace: DEMO_WORKSPACE.slug });
}

/** Whether the workspace was made; false when it was there. */
async function seedWorkspace(
  client: pg.Client,
  workspace: DemoWorkspace,
  members: readonly DemoMember[],
): Promise<boolean> {
  if (await enterWorkspace(client, workspace.slug)) return false;
  const { id } = await createWorkspace(client, {
    ...workspace,
    ownerEmail: DEMO_OWNER.email,
    ownerName: DEMO_OWNER.name,
    ...(await passwordFor(client, DEMO_OWNER)),
  });
  await client.query("UPDATE tenant SET is_demo = true WHERE id = $1", [id]);
  for (const member of members) await seedMember(client, workspace.slug, member);
  return true;
}

async function seedMember(
  client: pg.Client,
  slug: string,
  { departments, ...member }: DemoMember,
): Promise<void> {
  await addMember(client, {
    ...member,
    workspace: slug,
    department: [...departments],
    ...(await passwordFor(client, member)),
  });
}

/** Only for an account that is made now: a password somebody changed stays changed. */
async function passwordFor(
  client: pg.Client,
  { email }: Pick<DemoMember, "email">,
): Promise<{ password?: string }> {
  const { rowCount } = await client.query("SELECT 1 FROM account WHERE email = $1", [email]);
  return rowCount ? {} : { password: DEMO_PASSWORD };
}
