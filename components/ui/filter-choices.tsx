import { useTranslations } from "next-intl";
import { FilterChip, type FilterChipProps } from "./filter-chip.tsx";
import { TickList, type TickListProps } from "./tick-list.tsx";

export type FilterChoicesProps = Pick<FilterChipProps, "label" | "action" | "keep" | "startsOpen"> &
  Pick<TickListProps, "name" | "options" | "selected">;

const MOST_NAMED = 2;

/** A filter for any number of known values; none is drawn where there is nothing to choose and none is chosen. */
export function FilterChoices(props: FilterChoicesProps) {
  const { label, action, keep, startsOpen, ...list } = props;
  const t = useTranslations("lists");
  const { options, selected } = list;
  if (options.length === 0 && selected.length === 0) return null;
  const names = options.filter(({ value }) => selected.includes(value)).map((each) => each.label);
  const some =
    names.length > MOST_NAMED
      ? t("someOf", { some: names.length, all: options.length })
      : names.join(", ");
  return (
    <FilterChip
      stateKey={selected.join()}
      label={label}
      value={names.length === 0 ? t("all") : some}
      isSet={names.length > 0}
      action={action}
      keep={keep}
      startsOpen={startsOpen}
    >
      <TickList label={label} {...list} />
    </FilterChip>
  );
}
