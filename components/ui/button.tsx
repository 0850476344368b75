"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components/Button";
import { type ButtonLook, buttonStyle } from "./button-style.ts";

export type ButtonProps = Omit<AriaProps, "className" | "children"> &
  ButtonLook & { children: ReactNode };

/** A button. `isPending` keeps its place and tells screen readers that work is going on. */
export function Button({ variant, size, isIcon, className, ...props }: ButtonProps) {
  const look = buttonStyle({ variant, size, isIcon, className });
  return <AriaButton {...props} className={`${look} data-[pending]:opacity-60`} />;
}
