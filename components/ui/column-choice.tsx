import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "./button-style.ts";
import { DisclosurePopover } from "./disclosure-popover.tsx";
import { FilterForm, type KeptParams } from "./filter-form.tsx";
import { TickList, type TickListProps } from "./tick-list.tsx";

export type ColumnChoiceProps = Pick<TickListProps, "options" | "selected"> & {
  action: string;
  keep: KeptParams;
};

/** Which columns a table shows; the first always stays. */
export function ColumnChoice({ options, selected, action, keep }: ColumnChoiceProps) {
  const t = useTranslations("lists");
  return (
    <DisclosurePopover
      align="end"
      triggerClassName={buttonStyle({ variant: "quiet" })}
      trigger={
        <>
          <Columns3 aria-hidden="true" />
          {t("columns")}
        </>
      }
    >
      <FilterForm key={selected.join()} action={action} keep={keep}>
        <input type="hidden" name="columns" value="" />
        <TickList label={t("columns")} name="columns" options={options} selected={selected} />
      </FilterForm>
    </DisclosurePopover>
  );
}
