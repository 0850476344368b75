import { listApiKeys } from "#lib/api-keys/index.ts";
import type { ApiKeyRow } from "#lib/api-keys/types.ts";
import { recordListExport } from "#lib/audit/index.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["name", "begins_with", "scopes", "created_at", "made_by", "last_used_at", "expires_at"],
  "is_expired",
];

/** The keys in use, without their secrets, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "api-keys",
    columns: COLUMNS,
    filters: [],
    permission: "api_key:write",
    readPage: async (tx) => {
      const keys = await listApiKeys(tx, await databaseNow(tx));
      return { rows: keys.map(cells), next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "api_keys", format }),
  }),
);

function cells({ name, prefix, scopes, createdAt, madeBy, ...key }: ApiKeyRow) {
  const maker = madeBy?.kind === "member" ? madeBy.name : (madeBy?.kind ?? null);
  return [
    ...[name, prefix, scopes.join(" "), createdAt, maker, key.lastUsedAt, key.expiresAt],
    key.isExpired,
  ];
}
