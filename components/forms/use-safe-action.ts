"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import type { ActionResult } from "#lib/actions/result.ts";

type Action<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

/**
 * React's useActionState for a form that loses nothing: where the answer never comes, the form stays with what was typed
 * and says so, instead of giving way to the page of errors. Without JavaScript the form is sent as it is.
 */
export function useSafeAction<T>(action: Action<T>) {
  const answerAnyway = useAnswerAnyway<T>();
  return useActionState<ActionResult<T> | null, FormData>(
    useHydrated() ? answerAnyway(action) : action,
    null,
  );
}

/** Makes an action that is called from code answer also when the server does not. */
export function useAnswerAnyway<T>() {
  const t = useTranslations("ui");
  return (action: Action<T>): Action<T> =>
    async (previous, form) => {
      try {
        return await action(previous, form);
      } catch (error) {
        // A redirect travels as an error.
        unstable_rethrow(error);
        const message = t(navigator.onLine ? "answerLost" : "answerLostOffline");
        return { ok: false, code: "unavailable", message, values: typedValues(form) };
      }
    };
}

/** What was typed, by name; it does not leave the browser. */
function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
