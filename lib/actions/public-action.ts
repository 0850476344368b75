import "server-only";
import type { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { refused, refusedFields, textValues } from "./form-values.ts";
import type { ActionResult } from "./result.ts";

type Options<S extends z.ZodType, T> = {
  input: S;
  run: (input: z.output<S>) => Promise<T>;
  /** Runs after commit: redirect. */
  after?: (data: T) => void;
};

/** Turn what nobody has to be signed in for into a form action: parse, run, answer in plain data. `run` counts the tries. */
export function publicAction<S extends z.ZodType, T>({ input, run, after }: Options<S, T>) {
  return async (_previous: unknown, form: FormData): Promise<ActionResult<T>> => {
    const values = textValues(form);
    const parsed = input.safeParse(values);
    if (!parsed.success) return refusedFields(parsed.error, values);
    try {
      const data = await run(parsed.data);
      after?.(data);
      return { ok: true, data };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(error, values);
    }
  };
}
