"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { ROLES } from "#lib/auth/permissions.ts";

export type RoleGroupProps = {
  label: string;
  name: string;
  defaultValue: string;
  errors?: readonly string[] | undefined;
};

/** The six roles, each with what it may do. */
export function RoleGroup({ label, name, defaultValue, errors }: RoleGroupProps) {
  const t = useTranslations("people");
  const options = ROLES.map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    hint: t(`roleHints.${role}`),
  }));
  return (
    <RadioGroup
      // React empties a form once it was sent: a group made anew keeps what was chosen.
      key={defaultValue}
      label={label}
      name={name}
      options={options}
      defaultValue={defaultValue}
      errors={errors}
    />
  );
}
