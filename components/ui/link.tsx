import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "#lib/class-names.ts";

export type LinkProps = ComponentProps<typeof NextLink> & {
  /** For the first cell of a row: text colour until it is hovered. */
  isPlain?: boolean;
};

/** A link inside text or a table. On a phone a finger finds it above and below its line too. */
export function Link({ isPlain, className, ...props }: LinkProps) {
  const look = isPlain
    ? "font-medium underline-offset-2 hover:underline"
    : "font-medium text-primary underline-offset-2 hover:underline";
  return <NextLink {...props} className={cx(look, className ?? TARGET)} />;
}

// The padding of what stands in a line takes no room.
const TARGET = "max-sm:py-3.5";
