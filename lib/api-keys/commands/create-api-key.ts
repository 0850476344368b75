import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import { newApiKey } from "#lib/auth/new-api-key.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { CreateApiKey } from "../schema.ts";
import type { MadeApiKey } from "../types.ts";

const DAY_MS = 86_400_000;
const MOST_KEYS = 100;

/**
 * Make an API key. Its secret is in the answer and nowhere else: only the hash is kept.
 *
 * @throws DomainError `conflict` when the workspace has 100 keys already
 */
export async function createApiKey(
  tx: TenantTx,
  session: Session,
  { name, scopes, expiresInDays }: CreateApiKey,
): Promise<MadeApiKey> {
  if ((await tx.apiKey.count({ where: { revokedAt: null } })) >= MOST_KEYS) throw tooMany();
  const id = newId();
  const { key, prefix, sha256 } = newApiKey();
  const now = await databaseNow(tx);
  const expiresAt =
    expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * DAY_MS);
  await tx.apiKey.create({
    data: { id, name, prefix, sha256, scopes: [...scopes], createdBy: makerOf(session), expiresAt },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "api_key.created",
    object: { type: "api_key", id },
    after: { scopes, expiresOn: expiresAt?.toISOString().slice(0, 10) ?? null },
  });
  return { id, name, key };
}

function makerOf({ actor }: Session): string | null {
  return actor.kind === "member" ? actor.membershipId : null;
}

function tooMany(): DomainError {
  return new DomainError(
    "conflict",
    `A workspace has at most ${MOST_KEYS} keys. Revoke one that is not used.`,
  );
}
