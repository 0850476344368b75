"use client";

import { useTranslations } from "next-intl";
import { useSelection } from "./selection.tsx";
import { TickBox } from "./tick-box.tsx";

/** Chooses every row of the page, or none. */
export function SelectAllRows() {
  const t = useTranslations("lists");
  const { all, chosen, choose } = useSelection();
  const isAll = chosen.size > 0 && chosen.size === all.length;
  return (
    <TickBox
      aria-label={t("selectAll")}
      checked={isAll}
      isMixed={chosen.size > 0 && !isAll}
      onChange={() => choose(isAll ? [] : all)}
    />
  );
}
