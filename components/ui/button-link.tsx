import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";

export type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> & ButtonLook;

/** A link that looks like a button: it goes somewhere instead of doing something. */
export function ButtonLink({ variant, size, isIcon, className, ...props }: ButtonLinkProps) {
  return <Link {...props} className={buttonStyle({ variant, size, isIcon, className })} />;
}
