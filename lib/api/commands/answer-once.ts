import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

export type Answer = { status: number; body: object };

/** The caller's Idempotency-Key, and the hash of what is asked for. */
export type RequestKey = { key: string; sha256: string };

/**
 * Do what a request asks for once: the same key gives the first answer again, as long as the first one is kept. Two at
 * once wait for each other. What goes wrong is undone with its key, and may be tried again.
 *
 * @throws DomainError `conflict` when the key came with another request before
 */
export async function answerOnce(
  tx: TenantTx,
  session: Session,
  request: RequestKey | null,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!request || session.actor.kind !== "api_key") return work();
  const former = await claim(tx, session, session.actor.keyId, request);
  if (former) return former;
  const answer = await work();
  await tx.$executeRaw`
    UPDATE api_request SET status = ${answer.status}::int, answer = ${JSON.stringify(answer.body)}
    WHERE tenant_id = ${session.workspace.id}::uuid AND api_key_id = ${session.actor.keyId}::uuid
      AND request_key = ${request.key}`;
  return answer;
}

const StoredBody = z.looseObject({});

type Stored = { sha256: string; status: number; answer: string };

/** null for the first with this key; the answer of the first for every other. */
async function claim(
  tx: TenantTx,
  { workspace }: Session,
  keyId: string,
  { key, sha256 }: RequestKey,
): Promise<Answer | null> {
  await tx.$executeRaw`
    DELETE FROM api_request WHERE tenant_id = ${workspace.id}::uuid AND api_key_id = ${keyId}::uuid
      AND request_key = ${key} AND created_at < now() - interval '24 hours'`;
  const made = await tx.$executeRaw`
    INSERT INTO api_request (tenant_id, api_key_id, request_key, sha256)
    VALUES (${workspace.id}::uuid, ${keyId}::uuid, ${key}, ${sha256}) ON CONFLICT DO NOTHING`;
  if (made > 0) return null;
  const [stored] = await tx.$queryRaw<Stored[]>`
    SELECT sha256, status, answer FROM api_request
    WHERE tenant_id = ${workspace.id}::uuid AND api_key_id = ${keyId}::uuid AND request_key = ${key}`;
  if (stored?.sha256 !== sha256)
    throw new DomainError(
      "conflict",
      "This Idempotency-Key was used for another request. Use a new one.",
    );
  return { status: stored.status, body: StoredBody.parse(JSON.parse(stored.answer)) };
}
