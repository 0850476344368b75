"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import type { DepartmentRef } from "#lib/members/types.ts";

export type DepartmentGroupProps = {
  departments: readonly DepartmentRef[];
  /** Ids with commas between, as a refused form sends them back */
  defaultValue: string;
  hint?: string;
  errors?: readonly string[] | undefined;
};

/** The departments somebody belongs to. */
export function DepartmentGroup({ departments, defaultValue, hint, errors }: DepartmentGroupProps) {
  const t = useTranslations("people");
  if (departments.length === 0) return <p className="text-muted">{t("noDepartments")}</p>;
  return (
    <CheckboxGroup
      // React empties a form once it was sent: a group made anew keeps what was ticked.
      key={defaultValue}
      label={t("departments")}
      name="departmentIds[]"
      options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={defaultValue.split(",").filter((id) => id !== "")}
      hint={hint}
      errors={errors}
    />
  );
}
