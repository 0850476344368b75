"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";

export type DepartmentMenuProps = { id: string; name: string; href: string };

/** What can be done with a department: each leads to its part of the department's page. */
export function DepartmentMenu({ id, name, href }: DepartmentMenuProps) {
  const t = useTranslations("people.tree");
  const own = `${href}/${id}`;
  const entries = [
    { label: t("rename"), href: `${own}#name` },
    { label: t("move"), href: `${own}#place` },
    { label: t("setHead"), href: `${own}#head` },
    { label: t("changeMembers"), href: `${own}#members` },
    { label: t("addUnder"), href: `${href}/new?under=${id}` },
    { label: t("archive"), href: `${own}#standing` },
  ];
  const trigger = (
    <Button variant="quiet" isIcon aria-label={t("actionsFor", { name })}>
      <Ellipsis />
    </Button>
  );
  return (
    <Menu label={t("actionsFor", { name })} trigger={trigger}>
      {entries.map((entry) => (
        <MenuItem key={entry.href} id={entry.href} textValue={entry.label} href={entry.href}>
          {entry.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
