import type { ActionResult } from "#lib/actions/result.ts";
import type { GoneView } from "#lib/views/types.ts";

type Action<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

/** What can be done with views. */
export type ViewActions = {
  save: Action<{ id: string; query: string }>;
  update: Action<{ id: string; query: string }>;
  rename: Action<{ name: string }>;
  share: Action<{ isShared: boolean }>;
  remove: Action<GoneView>;
};

/** The values of a form that nobody sees. */
export function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
