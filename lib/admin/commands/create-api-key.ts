import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { newApiKey } from "#lib/auth/new-api-key.ts";
import { SCOPES } from "#lib/auth/permissions.ts";
import { DomainError } from "#lib/errors/index.ts";
import { PersonName } from "../fields.ts";
import { enterWorkspace } from "../owner-client.ts";
import { recordOperatorEvent } from "../record-event.ts";

export const CreateApiKey = z.object({
  workspace: z.string(),
  name: PersonName,
  scope: z
    .array(z.enum(SCOPES, { error: `Use one of ${SCOPES.join(", ")}.` }))
    .min(1, "Give at least one scope."),
});
export type CreateApiKey = z.input<typeof CreateApiKey>;

export type CreatedApiKey = {
  id: string;
  /** Shown once: only its hash is kept. */
  key: string;
  prefix: string;
  scopes: string[];
};

/**
 * Make an API key of a workspace.
 *
 * @throws DomainError `not_found` for the workspace
 */
export async function createApiKey(client: pg.Client, given: CreateApiKey): Promise<CreatedApiKey> {
  const input = CreateApiKey.parse(given);
  const workspace = await enterWorkspace(client, input.workspace);
  if (!workspace) throw new DomainError("not_found", `There is no workspace "${input.workspace}".`);
  const id = uuidv7();
  const { key, prefix, sha256 } = newApiKey();
  const scopes = [...new Set(input.scope)];
  await client.query(
    "INSERT INTO api_key (tenant_id, id, name, prefix, sha256, scopes) VALUES ($1, $2, $3, $4, $5, $6)",
    [workspace.id, id, input.name, prefix, sha256, scopes],
  );
  await recordOperatorEvent(client, workspace.id, {
    action: "api_key.created",
    object: { type: "api_key", id },
    after: { scopes, expiresOn: null },
  });
  return { id, key, prefix, scopes };
}
