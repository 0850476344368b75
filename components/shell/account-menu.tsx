"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Button } from "react-aria-components/Button";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";

export type AccountMenuProps = { name: string; email: string; signOut: () => Promise<void> };

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email, signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const header = (
    <div className="border-b border-hairline px-3 py-2.5">
      <p className="truncate font-medium">{name}</p>
      <p className="truncate text-2xs text-muted">{email}</p>
    </div>
  );
  const trigger = (
    <Button className="grid size-11 place-items-center rounded-full sm:size-8">
      <Avatar name={name} />
      <span className="sr-only">{t("account", { name })}</span>
    </Button>
  );
  return (
    <Menu
      label={t("accountMenu")}
      header={header}
      trigger={trigger}
      onAction={() => startTransition(signOut)}
    >
      <MenuItem id="sign-out" textValue={t("signOut")}>
        <LogOut />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
