/** What a form action answers, in plain data. `values` are what the person typed, so that nothing is lost. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string[] | undefined>;
      values?: Record<string, string>;
    };
