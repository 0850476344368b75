import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { ensureAccount } from "../accounts.ts";
import { Email, Password, PersonName, RoleName } from "../fields.ts";
import { enterWorkspace } from "../owner-client.ts";
import { recordOperatorEvent } from "../record-event.ts";

export const AddMember = z.object({
  workspace: z.string(),
  email: Email,
  name: PersonName.optional(),
  role: RoleName,
  department: z.array(PersonName).default([]),
  password: Password.optional(),
});
export type AddMember = z.input<typeof AddMember>;

export type AddedMember = {
  id: string;
  accountId: string;
  email: string;
  role: string;
  departments: string[];
  generatedPassword: string | null;
};

/**
 * Make a person a member of a workspace; departments that do not exist yet are made.
 *
 * @throws DomainError `not_found` for the workspace, `conflict` for somebody who is a member already
 */
export async function addMember(client: pg.Client, given: AddMember): Promise<AddedMember> {
  const input = AddMember.parse(given);
  const workspace = await enterWorkspace(client, input.workspace);
  if (!workspace) throw new DomainError("not_found", `There is no workspace "${input.workspace}".`);
  const name = input.name ?? input.email.slice(0, input.email.indexOf("@"));
  const account = await ensureAccount(client, {
    email: input.email,
    name,
    password: input.password,
  });
  const id = await insertMembership(client, workspace, { ...account, role: input.role });
  await client.query(
    "DELETE FROM membership_department WHERE tenant_id = $1 AND membership_id = $2",
    [workspace.id, id],
  );
  const departments = [...new Set(input.department)];
  for (const department of departments)
    await joinDepartment(client, { tenantId: workspace.id, membershipId: id, name: department });
  await recordOperatorEvent(client, workspace.id, {
    action: "member.joined",
    object: { type: "membership", id },
    after: { role: input.role },
  });
  return {
    id,
    accountId: account.id,
    email: account.email,
    role: input.role,
    departments,
    generatedPassword: account.generatedPassword,
  };
}

type Workspace = { id: string; name: string };

/** Somebody who had left comes back with the new role; who calls places them anew. */
async function insertMembership(
  client: pg.Client,
  workspace: Workspace,
  member: { id: string; email: string; role: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO membership (tenant_id, id, account_id, role) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, account_id) DO UPDATE SET role = excluded.role, deactivated_at = NULL,
         version = membership.version + 1
       WHERE membership.deactivated_at IS NOT NULL
     RETURNING id`,
    [workspace.id, uuidv7(), member.id, member.role],
  );
  if (rows[0]) return rows[0].id;
  throw new DomainError("conflict", `${member.email} is a member of ${workspace.name} already.`);
}

async function joinDepartment(
  client: pg.Client,
  place: { tenantId: string; membershipId: string; name: string },
): Promise<void> {
  await client.query(
    "INSERT INTO department (tenant_id, id, name) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, name) DO NOTHING",
    [place.tenantId, uuidv7(), place.name],
  );
  await client.query(
    `INSERT INTO membership_department (tenant_id, membership_id, department_id)
     SELECT $1, $2, id FROM department WHERE tenant_id = $1 AND name = $3
     ON CONFLICT DO NOTHING`,
    [place.tenantId, place.membershipId, place.name],
  );
}
