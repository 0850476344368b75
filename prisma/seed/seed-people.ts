import type pg from "pg";
import { addMember } from "#lib/admin/commands/add-member.ts";
import { createWorkspace } from "#lib/admin/commands/create-workspace.ts";
import { enterWorkspace, inTransaction } from "#lib/admin/owner-client.ts";
import {
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
  await inTransaction(ownerUrl, (client) => seedWorkspace(client, DEMO_WORKSPACE, DEMO_MEMBERS));
  await inTransaction(ownerUrl, (client) =>
    seedWorkspace(client, EMPTY_WORKSPACE, EMPTY_WORKSPACE_MEMBERS),
  );
}

async function seedWorkspace(
  client: pg.Client,
  workspace: DemoWorkspace,
  members: readonly DemoMember[],
): Promise<void> {
  if (await enterWorkspace(client, workspace.slug)) return;
  const { id } = await createWorkspace(client, {
    ...workspace,
    ownerEmail: DEMO_OWNER.email,
    ownerName: DEMO_OWNER.name,
    ...(await passwordFor(client, DEMO_OWNER)),
  });
  await client.query("UPDATE tenant SET is_demo = true WHERE id = $1", [id]);
  for (const member of members) await seedMember(client, workspace.slug, member);
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
