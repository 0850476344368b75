import "server-only";
import type { Permission } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { prisma, type Transaction } from "./client.ts";
import { tenantScope } from "./tenant-scope.ts";
import { WorkspaceClosed } from "./workspace-closed.ts";

declare const scoped: unique symbol;

/** A transaction that Postgres has tied to one tenant. Only withTenant makes one. */
export type TenantTx = Transaction & { readonly [scoped]: true };

export type TenantOptions = {
  /** Longest duration of the transaction in milliseconds. */
  timeoutMs?: number;
  /** For jobs that can be repeated: do not wait for the disk at commit. User writes never ask for it. */
  isRepeatable?: boolean;
  /** Everything is seen as it was at the first statement: for an export. */
  isSnapshot?: boolean;
  /** For the job that deletes a closed workspace: every other job stops there. */
  isOfClosed?: boolean;
};

/**
 * Run `work` as one tenant, in one transaction. The only way to reach tenant data.
 *
 * A `:read` permission opens a read-only transaction, so a page cannot write.
 * Keep network calls and long sums outside: the transaction ends after 5 s.
 *
 * @throws DomainError `forbidden` when the session lacks the permission; WorkspaceClosed for a job whose workspace was
 *   closed meanwhile: it stops between two transactions
 */
export async function withTenant<T>(
  session: Session,
  permission: Permission,
  work: (tx: TenantTx) => Promise<T>,
  options: TenantOptions = {},
): Promise<T> {
  requirePermission(session, permission);
  // A second connection inside the first starves the pool, and would not see its writes.
  if (tenantScope.getStore()) throw new Error("withTenant is already open: pass tx down");

  const tenantId = session.workspace.id;
  const readOnly = permission.endsWith(":read") ? "on" : "off";
  const durable = options.isRepeatable ? "off" : "on";
  return tenantScope.run({ tenantId }, () =>
    prisma().$transaction(
      async (tx) => {
        // A function with SET LOCAL inside, not set_config(): only that reaches the nodes of a sharded Postgres.
        await tx.$queryRaw`
          SELECT app_set_tenant(${tenantId}::uuid)::text,
                 set_config('synchronous_commit', ${durable}, true),
                 set_config('transaction_read_only', ${readOnly}, true)`;
        if (session.actor.kind === "job" && !options.isOfClosed)
          await requireOpenTenant(tx, tenantId);
        return work(tx as TenantTx);
      },
      {
        timeout: options.timeoutMs ?? 5_000,
        maxWait: 10_000,
        ...(options.isSnapshot ? { isolationLevel: "RepeatableRead" } : {}),
      },
    ),
  );
}

async function requireOpenTenant(tx: Transaction, tenantId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isOpen: boolean }[]>`
    SELECT delete_after IS NULL AS "isOpen" FROM tenant WHERE id = ${tenantId}::uuid`;
  if (!row?.isOpen) throw new WorkspaceClosed();
}

/** @throws DomainError `forbidden` when the session lacks the permission */
export function requirePermission(session: Session, permission: Permission): void {
  if (session.permissions.has(permission)) return;
  throw new DomainError(
    "forbidden",
    "Your role does not allow this. An owner of the workspace can change that.",
  );
}
