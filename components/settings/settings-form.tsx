"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FieldTexts, SettingsForm as FormState } from "./use-settings-form.ts";

export type SettingsFormProps = {
  form: FormState;
  tenant: string;
  /** The version of the settings the fields were filled from */
  version: number;
  saveLabel: string;
  savedText?: string;
  /** What is stored now, to compare with after somebody else's save, and the names of its fields */
  stored: FieldTexts;
  names: FieldTexts;
  /** The one button of its page that matters most */
  isMain?: boolean;
  children: ReactNode;
  className?: string;
};

/** Fields of settings, one button, and what became of the last save. */
export function SettingsForm(props: SettingsFormProps) {
  const { form, tenant, version, saveLabel, savedText, isMain, children, className } = props;
  const t = useTranslations("common");
  const { refused } = form;
  const place = useFirstBadField(refused);
  return (
    <form ref={place} action={form.submit} className={className ?? "flex max-w-md flex-col gap-4"}>
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="version" value={version} />
      {children}
      {refused && (
        <Notice tone={refused.code === "stale" ? "warn" : "bad"} isAlert>
          {refused.message}
          {refused.code === "stale" && <StoredNow {...props} />}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant={isMain ? "primary" : "default"} isPending={form.isPending}>
          {saveLabel}
        </Button>
        <p role="status" className="text-xs text-muted">
          {form.isSaved && (savedText ?? t("saved"))}
        </p>
      </div>
    </form>
  );
}

/** Where what is stored now differs from what was typed. */
function StoredNow({ form, stored, names }: SettingsFormProps) {
  const t = useTranslations("settings");
  const others = Object.entries(names).filter(([name]) => stored[name] !== form.values[name]);
  if (others.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-1 text-xs">
      {others.map(([name, label]) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{t("storedNow", { field: label })}</dt>
          <dd className="min-w-0 break-words">{stored[name] || t("nothingStored")}</dd>
        </div>
      ))}
    </dl>
  );
}
