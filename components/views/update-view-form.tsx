"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { notify } from "#components/ui/notify.tsx";
import type { SavedView } from "#lib/views/types.ts";
import type { ViewActions } from "./view-actions.ts";

export type UpdateViewFormProps = {
  tenant: string;
  view: SavedView;
  /** What the address asks for now */
  query: string;
  action: ViewActions["update"];
};

/** Let the open view show what the address asks for now. */
export function UpdateViewForm({ tenant, view, query, action }: UpdateViewFormProps) {
  const t = useTranslations("lists");
  const update: ViewActions["update"] = async (previous, form) => {
    const result = await action(previous, form);
    if (result.ok) notify({ tone: "good", message: t("views.saved", { name: view.name }) });
    return result;
  };
  const [state, submit, isPending] = useSafeAction(update);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="viewId" value={view.id} />
      <input type="hidden" name="query" value={query} />
      {state?.ok === false && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      <Button type="submit" isPending={isPending}>
        {t("views.update", { name: view.name })}
      </Button>
    </form>
  );
}
