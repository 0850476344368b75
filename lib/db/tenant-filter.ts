import "server-only";
import { Prisma } from "./generated/client.ts";
import { tenantScope } from "./tenant-scope.ts";

/** Tables that belong to nobody: they carry no tenant_id. */
const GLOBAL_MODELS: ReadonlySet<string> = new Set([
  "Tenant",
  "Account",
  "AccountSession",
  "AccountRecoveryCode",
  "AccountIdentity",
  "AccountToken",
  "OutboxMail",
  "RateLimit",
  "BackupRun",
  "WorkspaceDeletion",
]);

type Arguments = Record<string, unknown>;

/**
 * Adds `tenantId` to every `where` and `data` of a tenant model. Row security already keeps tenants apart; the
 * explicit value lets the planner use it and a sharded database route by it.
 */
export const tenantFilter = Prisma.defineExtension({
  name: "tenant-filter",
  query: {
    $allModels: {
      $allOperations({ model, operation, args, query }) {
        const scope = tenantScope.getStore();
        if (!scope || GLOBAL_MODELS.has(model)) return query(args);
        return query(scoped(operation, args as Arguments, scope.tenantId) as typeof args);
      },
    },
  },
});

function scoped(operation: string, args: Arguments, tenantId: string): Arguments {
  switch (operation) {
    case "create":
      return { ...args, data: withTenantId(args["data"], tenantId) };
    case "createMany":
    case "createManyAndReturn":
      return { ...args, data: rowsOf(args["data"]).map((row) => withTenantId(row, tenantId)) };
    case "upsert":
      return {
        ...args,
        where: withTenantId(args["where"], tenantId),
        create: withTenantId(args["create"], tenantId),
      };
    default:
      return { ...args, where: withTenantId(args["where"], tenantId) };
  }
}

function rowsOf(rows: unknown): unknown[] {
  return Array.isArray(rows) ? rows : [rows];
}

function withTenantId(target: unknown, tenantId: string): Arguments {
  return { ...(target as Arguments | undefined), tenantId };
}
