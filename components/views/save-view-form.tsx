"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { notify } from "#components/ui/notify.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ViewList } from "#lib/views/types.ts";
import type { ViewActions } from "./view-actions.ts";

export type SaveViewFormProps = {
  tenant: string;
  list: ViewList;
  /** The list without a query */
  href: string;
  /** What the address asks for now */
  query: string;
  action: ViewActions["save"];
};

/** Keep what the address asks for under a name, for oneself or for everybody. */
export function SaveViewForm({ tenant, list, href, query, action }: SaveViewFormProps) {
  const t = useTranslations("lists");
  const router = useRouter();
  const save: ViewActions["save"] = async (previous, form) => {
    const result = await action(previous, form);
    if (result.ok) {
      notify({ tone: "good", message: t("views.saved", { name: String(form.get("name")) }) });
      const { id, query: kept } = result.data;
      router.push(`${href}?${kept ? `${kept}&` : ""}view=${id}`);
    }
    return result;
  };
  const [state, submit, isPending] = useSafeAction(save);
  const refused = state?.ok === false ? state : null;
  const errors = refused?.fields?.["name"] ?? (refused ? [refused.message] : undefined);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <TextField
        label={t("views.saveAs")}
        name="name"
        defaultValue={refused?.values?.["name"] ?? ""}
        errors={errors}
        autoComplete="off"
      />
      <Checkbox name="isShared">{t("views.forAll")}</Checkbox>
      <Button type="submit" isPending={isPending}>
        {t("views.save")}
      </Button>
    </form>
  );
}
