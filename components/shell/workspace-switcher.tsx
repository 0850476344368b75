"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { cx } from "#lib/class-names.ts";
import { Mark } from "./mark.tsx";

export type WorkspaceSwitcherProps = {
  current: { slug: string; name: string };
  workspaces: readonly { slug: string; name: string }[];
  /** The sign alone, for the top bar of a phone */
  isCompact?: boolean;
};

/** The name of the workspace, and the way to another. */
export function WorkspaceSwitcher({ current, workspaces, isCompact }: WorkspaceSwitcherProps) {
  const t = useTranslations("shell");
  const trigger = (
    <Button
      aria-label={t("switchWorkspace", { name: current.name })}
      className={cx(
        "flex items-center gap-2 rounded-sm",
        isCompact ? "size-11 justify-center" : ROW,
      )}
    >
      <Mark size={24} />
      {!isCompact && (
        <>
          <span className="truncate font-semibold">{current.name}</span>
          <ChevronsUpDown className="ms-auto text-muted" />
        </>
      )}
    </Button>
  );
  return (
    <Menu
      label={t("workspaces")}
      trigger={trigger}
      placement="bottom start"
      selected={current.slug}
    >
      {workspaces.map(({ slug, name }) => (
        <MenuItem key={slug} id={slug} textValue={name} href={`/w/${slug}`}>
          <span className="truncate">{name}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

const ROW = "h-10 w-full px-2 hover:bg-raised";
