import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { Email, PersonName } from "../fields.ts";
import { enterWorkspace } from "../owner-client.ts";
import { recordOperatorEvent } from "../record-event.ts";

export const PlaceDepartment = z.object({
  workspace: z.string(),
  name: PersonName,
  under: PersonName.optional(),
  head: Email.optional(),
});
export type PlaceDepartment = z.input<typeof PlaceDepartment>;

export type PlacedDepartment = { id: string; name: string; isNew: boolean };

/**
 * Make a department, or take the one of that name, and hang it under another (made when there is none). Without `under`
 * or `head` its place or its head stays as it is.
 *
 * @throws DomainError `not_found` for the workspace or a head who is no active member, `conflict` for a circle
 */
export async function placeDepartment(
  client: pg.Client,
  given: PlaceDepartment,
): Promise<PlacedDepartment> {
  const input = PlaceDepartment.parse(given);
  const workspace = await enterWorkspace(client, input.workspace);
  if (!workspace) throw new DomainError("not_found", `There is no workspace "${input.workspace}".`);
  const department = await ensureDepartment(client, workspace.id, input.name);
  const place: Place = { tenantId: workspace.id, id: department.id };
  if (input.under !== undefined) {
    const parent = await ensureDepartment(client, workspace.id, input.under);
    await hangUnder(client, place, parent.id);
  }
  if (input.head !== undefined) await setHead(client, place, input.head);
  return { ...department, name: input.name };
}

type Place = { tenantId: string; id: string };

async function ensureDepartment(
  client: pg.Client,
  tenantId: string,
  name: string,
): Promise<{ id: string; isNew: boolean }> {
  const made = await client.query<{ id: string }>(
    `INSERT INTO department (tenant_id, id, name) VALUES ($1, $2, $3)
     ON CONFLICT (tenant_id, name) DO NOTHING RETURNING id`,
    [tenantId, uuidv7(), name],
  );
  const id = made.rows[0]?.id;
  if (id) {
    const object = { type: "department", id } as const;
    await recordOperatorEvent(client, tenantId, {
      action: "department.created",
      object,
    });
    return { id, isNew: true };
  }
  const found = await client.query<{ id: string }>(
    "SELECT id FROM department WHERE tenant_id = $1 AND name = $2",
    [tenantId, name],
  );
  return { id: found.rows[0]?.id ?? "", isNew: false };
}

async function hangUnder(client: pg.Client, { tenantId, id }: Place, parentId: string) {
  const { rowCount } = await client.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM department WHERE tenant_id = $1 AND id = $3
       UNION SELECT d.id, d.parent_id FROM department d JOIN above ON d.tenant_id = $1 AND d.id = above.parent_id)
     SELECT 1 FROM above WHERE id = $2`,
    [tenantId, id, parentId],
  );
  if (rowCount) throw new DomainError("conflict", "A department cannot lie under itself.");
  const moved = await client.query(
    `UPDATE department SET parent_id = $3, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND parent_id IS DISTINCT FROM $3`,
    [tenantId, id, parentId],
  );
  if (!moved.rowCount) return;
  const object = { type: "department", id } as const;
  await recordOperatorEvent(client, tenantId, {
    action: "department.moved",
    object,
    after: { parentId },
  });
}

async function setHead(client: pg.Client, { tenantId, id }: Place, email: string) {
  const { rows } = await client.query<{ id: string }>(
    `SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
     WHERE m.tenant_id = $1 AND a.email = $2 AND m.deactivated_at IS NULL`,
    [tenantId, email],
  );
  const headId = rows[0]?.id;
  if (!headId) throw new DomainError("not_found", `${email} is no active member.`);
  const changed = await client.query(
    `UPDATE department SET head_id = $3, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND head_id IS DISTINCT FROM $3`,
    [tenantId, id, headId],
  );
  if (!changed.rowCount) return;
  const object = { type: "department", id } as const;
  await recordOperatorEvent(client, tenantId, {
    action: "department.head_changed",
    object,
    after: { headId },
  });
}
