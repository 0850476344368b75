import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { slugCandidates, slugOf } from "#lib/accounts/slug.ts";
import { DomainError } from "#lib/errors/index.ts";
import { Currency, LocaleName, TimeZone, WorkspaceName } from "#lib/workspaces/fields.ts";
import { ensureAccount, type MadeAccount } from "../accounts.ts";
import { Email, Password, PersonName, Slug } from "../fields.ts";
import { recordOperatorEvent } from "../record-event.ts";

export const CreateWorkspace = z.object({
  name: WorkspaceName,
  slug: Slug.optional(),
  ownerEmail: Email,
  ownerName: PersonName.optional(),
  password: Password.optional(),
  currency: Currency.default("EUR"),
  timeZone: TimeZone.default("UTC"),
  locale: LocaleName.default("en"),
});
export type CreateWorkspace = z.input<typeof CreateWorkspace>;

export type CreatedWorkspace = { id: string; slug: string; owner: MadeAccount };

/**
 * Make a workspace and its owner, who may have an account already.
 *
 * @throws DomainError `conflict` when the slug is taken; a slug made from the name gets a number instead
 */
export async function createWorkspace(
  client: pg.Client,
  given: CreateWorkspace,
): Promise<CreatedWorkspace> {
  const input = CreateWorkspace.parse(given);
  const id = uuidv7();
  await client.query("SELECT app_set_tenant($1)", [id]);
  const slug = await insertTenant(client, id, input);
  const name = input.ownerName ?? input.ownerEmail.slice(0, input.ownerEmail.indexOf("@"));
  const owner = await ensureAccount(client, {
    email: input.ownerEmail,
    name,
    password: input.password,
  });
  await client.query(
    "INSERT INTO membership (tenant_id, id, account_id, role) VALUES ($1, $2, $3, 'owner')",
    [id, uuidv7(), owner.id],
  );
  await recordOperatorEvent(client, id, {
    action: "workspace.created",
    object: { type: "tenant", id },
  });
  return { id, slug, owner };
}

async function insertTenant(
  client: pg.Client,
  id: string,
  input: z.output<typeof CreateWorkspace>,
): Promise<string> {
  const wanted = input.slug ?? slugOf(input.name);
  for (const slug of input.slug ? [input.slug] : slugCandidates(wanted)) {
    const { rowCount } = await client.query(
      `INSERT INTO tenant (id, slug, name, currency, time_zone, locale) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (slug) DO NOTHING`,
      [id, slug, input.name, input.currency, input.timeZone, input.locale],
    );
    if (rowCount) return slug;
  }
  throw new DomainError(
    "conflict",
    `There is a workspace "${wanted}" already: choose another slug.`,
  );
}
