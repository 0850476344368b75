import type { Conflict } from "#lib/errors/index.ts";

/** What a form action answers, in plain data. `values` are what the person typed, so that nothing is lost. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string[] | undefined>;
      values?: Record<string, string>;
      /** For a `stale` write: what stands there now, and whose it is */
      conflict?: Conflict;
    };

/** A form action as a form is given it. */
export type FormAction<T> = (
  previous: ActionResult<unknown> | null,
  form: FormData,
) => Promise<ActionResult<T>>;
