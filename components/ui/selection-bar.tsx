"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useSelection } from "./selection.tsx";

export type SelectionBarProps = {
  /** Where the form of the chosen rows goes */
  action: string;
  /** Buttons */
  children: ReactNode;
};

/** How many rows are chosen and what can be done with them; it floats over the foot of the list. */
export function SelectionBar({ action, children }: SelectionBarProps) {
  const t = useTranslations("lists");
  const { formId, chosen, choose } = useSelection();
  const count = chosen.size;
  const clear = () => {
    choose([]);
    // The button that had the focus goes away with the bar.
    document.querySelector<HTMLElement>("[data-list] thead input")?.focus();
  };
  return (
    <form id={formId} action={action} className="no-print contents">
      <p role="status" className="sr-only">
        {count > 0 && t("selected", { count })}
      </p>
      {count > 0 && (
        <div className={BAR}>
          <span aria-hidden="true" className="me-auto font-medium tabular-nums">
            {t("selected", { count })}
          </span>
          <div className="flex flex-wrap gap-2 max-sm:order-last max-sm:w-full max-sm:*:grow">
            {children}
          </div>
          <Button variant="quiet" isIcon aria-label={t("clearSelection")} onPress={clear}>
            <X />
          </Button>
        </div>
      )}
    </form>
  );
}

const BAR =
  "sticky bottom-20 z-10 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border " +
  "border-hairline bg-surface py-1.5 ps-4 pe-1.5 shadow-float lg:bottom-4";
