"use client";

import { LogOut, ServerCog, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Button } from "react-aria-components/Button";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";

const SIGN_OUT = "sign-out";

export type AccountMenuProps = {
  name: string;
  email: string;
  /** One's own account in this workspace */
  href: string;
  /** For who looks after the installation */
  isOperator: boolean;
  signOut: () => Promise<void>;
};

/** Who is signed in, their account, and the way out. */
export function AccountMenu({ name, email, href, isOperator, signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const account = useTranslations("account");
  const header = (
    <div className="border-b border-hairline px-3 py-2.5">
      <p className="truncate font-medium">{name}</p>
      <p className="truncate text-2xs text-muted">{email}</p>
    </div>
  );
  const trigger = (
    <Button className="grid size-11 place-items-center rounded-full max-sm:max-w-[64px]! sm:size-8">
      <Avatar name={name} />
      <span className="sr-only">{t("account", { name })}</span>
    </Button>
  );
  return (
    <Menu
      label={t("accountMenu")}
      header={header}
      trigger={trigger}
      onAction={(id) => id === SIGN_OUT && startTransition(signOut)}
    >
      <MenuItem id="account" textValue={account("menuEntry")} href={href}>
        <UserRound />
        {account("menuEntry")}
      </MenuItem>
      {isOperator && (
        <MenuItem id="administration" textValue={t("administration")} href="/admin">
          <ServerCog />
          {t("administration")}
        </MenuItem>
      )}
      <MenuItem id={SIGN_OUT} textValue={t("signOut")}>
        <LogOut />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
