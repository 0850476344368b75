"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";

export type MemberMenuProps = {
  name: string;
  /** The member's own page */
  href: string;
  isActive: boolean;
  isSelf: boolean;
  mayChangeMember: boolean;
  mayChangeDepartments: boolean;
};

/** What can be done with a member: each leads to its part of the member's page. */
export function MemberMenu({ name, href, isActive, isSelf, ...may }: MemberMenuProps) {
  const t = useTranslations("people");
  const entries = [
    { id: "role", label: t("changeRole"), is: isActive && may.mayChangeMember },
    { id: "departments", label: t("changeDepartments"), is: isActive && may.mayChangeDepartments },
    { id: "transfer", label: t("makeOwner"), is: isActive && may.mayChangeMember && !isSelf },
    { id: "standing", label: t("deactivate"), is: isActive && may.mayChangeMember },
    { id: "standing", label: t("reactivate"), is: !isActive && may.mayChangeMember },
  ].filter(({ is }) => is);
  if (entries.length === 0) return null;
  const trigger = (
    <Button variant="quiet" isIcon aria-label={t("actionsFor", { name })}>
      <Ellipsis />
    </Button>
  );
  return (
    <Menu label={t("actionsFor", { name })} trigger={trigger}>
      {entries.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={label} href={`${href}#${id}`}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
