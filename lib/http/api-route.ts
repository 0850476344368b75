import "server-only";
import { randomUUID } from "node:crypto";
import type { Permission } from "#lib/auth/permissions.ts";
import { permissionsOfScopes } from "#lib/auth/permissions.ts";
import { countUse, type LimitState } from "#lib/auth/rate-limit.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import { resolveApiKey } from "#lib/db/directory.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { answer } from "./answer.ts";

type Params = Record<string, string>;
type Context = { params: Promise<Params> };
type Handler = (request: Request, session: Session, params: Params) => Promise<Response>;

const KEY_USE_NOTED_EVERY_MS = 60_000;
const lastNoted = new Map<string, number>();

/**
 * A route of the API: resolves the bearer key, checks the permission, counts against the key's limit and answers
 * problem+json for everything that goes wrong.
 */
export function apiRoute(permission: Permission, handler: Handler) {
  return (request: Request, context: Context): Promise<Response> =>
    answer(async () => {
      const { session, limit } = await authenticate(request);
      const params = await context.params;
      const response = await answer(() => {
        if (session.permissions.has(permission)) return handler(request, session, params);
        throw new DomainError("forbidden", "This API key lacks the scope for it.");
      });
      for (const [name, value] of Object.entries(limitHeaders(limit)))
        if (!response.headers.has(name)) response.headers.set(name, value);
      return response;
    });
}

async function authenticate(request: Request): Promise<{ session: Session; limit: LimitState }> {
  const key = /^Bearer\s+(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const found = key ? await resolveApiKey(hashOfToken(key)) : null;
  if (!found)
    throw new DomainError(
      "unauthenticated",
      "Send `Authorization: Bearer <API key>` with a key that is not revoked.",
    );
  const limit = await countUse("api_key", found.keyId);
  const session: Session = {
    workspace: found.workspace,
    actor: { kind: "api_key", keyId: found.keyId },
    permissions: permissionsOfScopes(found.scopes),
    // From proxy.ts; uploads do not pass there.
    requestId: request.headers.get("x-request-id") ?? randomUUID(),
  };
  await noteUse(session, found.keyId);
  return { session, limit };
}

/** "Last used" is exact to a minute: a write per request would cost more than it tells. */
async function noteUse(session: Session, keyId: string): Promise<void> {
  const nowMs = Date.now();
  if (nowMs - (lastNoted.get(keyId) ?? 0) < KEY_USE_NOTED_EVERY_MS) return;
  lastNoted.set(keyId, nowMs);
  const system: Session = { ...session, permissions: new Set(["api_key:write"]) };
  await withTenant(system, "api_key:write", (tx) =>
    tx.apiKey.updateMany({ where: { id: keyId }, data: { lastUsedAt: new Date(nowMs) } }),
  );
}

function limitHeaders({ limit, remaining, resetSeconds }: LimitState): Record<string, string> {
  return {
    "cache-control": "no-store",
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(resetSeconds),
  };
}
