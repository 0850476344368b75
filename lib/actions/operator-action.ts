import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { isOperator } from "#lib/auth/operators.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { type AccountTx, withAccounts } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { log } from "#lib/log.ts";
import { refused, refusedFields, textValues } from "./form-values.ts";
import type { ActionResult } from "./result.ts";

type Options<S extends z.ZodType> = {
  /** As the log calls it */
  what: string;
  input: S;
  run: (tx: AccountTx, input: z.output<S>) => Promise<void>;
  /** Runs after commit: revalidate. */
  after?: () => void;
};

/** Turn a command on the installation into a form action: for operators, and nothing at all for anybody else. */
export function operatorAction<S extends z.ZodType>({ what, input, run, after }: Options<S>) {
  return async (_previous: unknown, form: FormData): Promise<ActionResult<void>> => {
    const person = await findSignedIn();
    if (!isOperator(person)) notFound();
    const values = textValues(form);
    const parsed = input.safeParse(values);
    if (!parsed.success) return refusedFields(parsed.error, values);
    try {
      await withAccounts((tx) => run(tx, parsed.data));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(error, values);
    }
    log.info({ what, operatorId: person.accountId, ...values }, "operator");
    after?.();
    return { ok: true, data: undefined };
  };
}
