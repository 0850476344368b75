import "server-only";
import type { z } from "zod";
import type { Permission } from "#lib/auth/permissions.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { requirePermission, type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { refused, refusedFields, textValues } from "./form-values.ts";
import type { ActionResult } from "./result.ts";

type Options<S extends z.ZodType, T, P> = {
  permission: Permission;
  input: S;
  /** Runs before the transaction: what must not keep it waiting, as a call to another server. `run` is given its answer. */
  prepare?: (session: MemberSession, input: z.output<S>) => Promise<P>;
  run: (tx: TenantTx, session: MemberSession, input: z.output<S>, prepared?: P) => Promise<T>;
  /** Runs after commit: revalidate, redirect. */
  after?: (session: MemberSession, data: T) => void;
  /** Longest duration of the transaction in milliseconds, where 5 s are not enough */
  timeoutMs?: number;
};

/** Turn a command into a form action: parse, authorise, run in one transaction, answer in plain data. */
export function tenantAction<S extends z.ZodType, T, P = never>(options: Options<S, T, P>) {
  return async (_previous: unknown, form: FormData): Promise<ActionResult<T>> => {
    const session = await requireSession(String(form.get("tenant")));
    const values = textValues(form);
    try {
      // First of all: what is wrong with a form is told only to those who may send it.
      requirePermission(session, options.permission);
      const parsed = options.input.safeParse(values);
      if (!parsed.success) return refusedFields(parsed.error, values);
      const { timeoutMs } = options;
      const prepared = await options.prepare?.(session, parsed.data);
      const data = await withTenant(
        session,
        options.permission,
        (tx) => options.run(tx, session, parsed.data, prepared),
        timeoutMs === undefined ? {} : { timeoutMs },
      );
      options.after?.(session, data);
      return { ok: true, data };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(error, values);
    }
  };
}
