"use client";

import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components/Button";
import { type ButtonLook, buttonStyle } from "./button-style.ts";

export type ButtonProps = Omit<AriaProps, "className" | "children" | "isPending"> &
  ButtonLook & { children: ReactNode; isPending?: boolean; ref?: Ref<HTMLButtonElement> };

/**
 * A button. While `isPending` it keeps its place and its focus, and cannot send its form again. react-aria's own
 * `isPending` is not used: its announcement outlives the page that a sign-in leaves, and then has no name.
 */
export function Button({
  variant,
  size,
  isIcon,
  className,
  isPending,
  type,
  ...props
}: ButtonProps) {
  const look = buttonStyle({ variant, size, isIcon, className });
  return (
    <AriaButton
      {...props}
      type={isPending ? "button" : (type ?? "button")}
      data-pending={isPending || undefined}
      className={`${look} data-pending:opacity-60`}
    />
  );
}
