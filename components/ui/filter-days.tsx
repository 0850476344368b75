import { useTranslations } from "next-intl";
import { FilterChip, type FilterChipProps } from "./filter-chip.tsx";
import { TextField } from "./text-field.tsx";

export type FilterDaysProps = Pick<FilterChipProps, "label" | "action" | "keep" | "startsOpen"> & {
  fromName: string;
  toName: string;
  /** YYYY-MM-DD, both counted; null where the stretch is open */
  span: { readonly from: string | null; readonly to: string | null };
  /** A day in words */
  format: (day: string) => string;
};

/** A filter for a stretch of days, open at either end. */
export function FilterDays(props: FilterDaysProps) {
  const { label, action, keep, startsOpen, span, format, ...names } = props;
  const t = useTranslations("lists");
  const { from, to } = span;
  const words = { from: from && format(from), to: to && format(to) };
  return (
    <FilterChip
      stateKey={`${from}/${to}`}
      label={label}
      value={spanText(words, t)}
      isSet={from !== null || to !== null}
      action={action}
      keep={keep}
      startsOpen={startsOpen}
    >
      <TextField type="date" name={names.fromName} label={t("from")} defaultValue={from ?? ""} />
      <TextField type="date" name={names.toName} label={t("to")} defaultValue={to ?? ""} />
    </FilterChip>
  );
}

type Words = { from: string | null; to: string | null };

function spanText({ from, to }: Words, t: ReturnType<typeof useTranslations<"lists">>): string {
  if (from !== null && to !== null) return t("fromTo", { from, to });
  if (from !== null) return t("since", { from });
  return to === null ? t("anyDay") : t("until", { to });
}
