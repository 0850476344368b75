import "server-only";
import type { z } from "zod";
import { requireSignedIn } from "#lib/auth/session.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { refused, refusedFields, textValues } from "./form-values.ts";
import type { ActionResult } from "./result.ts";

type Options<S extends z.ZodType, T> = {
  /** Where a person comes back to who has to sign in first */
  path: string;
  input: S;
  run: (person: SignedIn, input: z.output<S>) => Promise<T>;
  /** Runs after commit: revalidate, redirect. */
  after?: (person: SignedIn, data: T) => void;
};

/** Turn a command on one's own account into a form action: parse, run as the person signed in, answer in plain data. */
export function accountAction<S extends z.ZodType, T>(options: Options<S, T>) {
  return async (_previous: unknown, form: FormData): Promise<ActionResult<T>> => {
    const person = await requireSignedIn(options.path);
    const values = textValues(form);
    const parsed = options.input.safeParse(values);
    if (!parsed.success) return refusedFields(parsed.error, values);
    try {
      const data = await options.run(person, parsed.data);
      options.after?.(person, data);
      return { ok: true, data };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(error, values);
    }
  };
}
