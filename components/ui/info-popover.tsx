"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { cx } from "#lib/class-names.ts";
import { POPOVER } from "./popover-style.ts";

export type InfoPopoverProps = {
  /** The word that is explained */
  term: string;
  children: ReactNode;
};

/** An "i" beside a word, which opens what the word means here. */
export function InfoPopover({ term, children }: InfoPopoverProps) {
  const t = useTranslations("ui");
  return (
    <DialogTrigger>
      <Button aria-label={t("about", { term })} className={DISC}>
        <Info className="size-3.5" />
      </Button>
      <Popover offset={4} className={cx(POPOVER, "max-w-80")}>
        <Dialog className="p-4 text-xs outline-none">
          <Heading slot="title" level={2} className="mb-1 text-sm">
            {term}
          </Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const DISC =
  "no-print relative inline-grid size-6 shrink-0 place-items-center rounded-full align-middle text-muted " +
  "enabled-hover:text-text max-sm:after:absolute max-sm:after:-inset-2.5";
