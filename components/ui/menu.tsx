"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { MenuItem as AriaItem, Menu as AriaMenu, MenuTrigger } from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { OPTION, POPOVER } from "./popover-style.ts";

export type MenuProps = {
  label: string;
  /** A <Button>, which opens the menu. */
  trigger: ReactNode;
  /** <MenuItem>s */
  children: ReactNode;
  /** Stands above the items and is no item: who is signed in. */
  header?: ReactNode;
  placement?: NonNullable<PopoverProps["placement"]>;
  /** For a choice of one: the id of the chosen item. */
  selected?: string;
  onAction?: (id: string) => void;
};

/** A button with a list of things to do or places to go. */
export function Menu({ label, trigger, children, header, placement, ...menu }: MenuProps) {
  const { selected, onAction } = menu;
  const choice =
    selected === undefined
      ? {}
      : {
          selectionMode: "single" as const,
          selectedKeys: [selected],
          disallowEmptySelection: true,
        };
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement ?? "bottom end"} className={`${POPOVER} min-w-52`}>
        {header}
        <AriaMenu
          aria-label={label}
          {...choice}
          onAction={(key) => onAction?.(String(key))}
          className="max-h-96 overflow-auto p-1 outline-none"
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export type MenuItemProps = {
  id: string;
  textValue: string;
  children: ReactNode;
  /** A place to go instead of something to do. */
  href?: string;
};

/** One line of a Menu. */
export function MenuItem({ children, ...item }: MenuItemProps) {
  return (
    <AriaItem {...item} className={OPTION}>
      {children}
      <Check className="ms-auto hidden size-3.5 text-primary in-data-[selected]:block" />
    </AriaItem>
  );
}
