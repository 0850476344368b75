import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";
import { FIELD_HINT, type FieldSize } from "./field-style.ts";
import type { DayRange } from "./range-presets.ts";
import { TextField } from "./text-field.tsx";

export type PlainRangeProps = {
  label: string;
  startName: string;
  endName: string;
  defaultValue?: DayRange | null;
  onChange?: (typed: Partial<DayRange>) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isDisabled?: boolean;
  className?: string;
};

/** First and last day as the browser draws them, for a page without JavaScript. */
export function PlainRange(props: PlainRangeProps) {
  const { label, startName, endName, defaultValue, hint, errors, className, ...field } = props;
  const t = useTranslations("ui");
  const both = {
    type: "date",
    size: field.size ?? "md",
    isDisabled: field.isDisabled ?? false,
  } as const;
  return (
    <fieldset className={cx("min-w-0", className)}>
      <legend className="sr-only">{label}</legend>
      <div className="flex gap-2">
        <TextField
          {...both}
          label={t("firstDay", { label })}
          name={startName}
          defaultValue={defaultValue?.start}
          onChange={(start) => props.onChange?.({ start })}
          errors={errors}
          className="flex-1"
        />
        <TextField
          {...both}
          label={t("lastDay")}
          name={endName}
          defaultValue={defaultValue?.end}
          onChange={(end) => props.onChange?.({ end })}
          className="flex-1"
        />
      </div>
      {hint && <span className={FIELD_HINT}>{hint}</span>}
    </fieldset>
  );
}
