"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR, fieldBox } from "#components/ui/field-style.ts";
import type { Weekday } from "#lib/calendars/types.ts";
import { DayBar } from "./week-bars.tsx";
import { type DraftStretch, dayIntervals, dayText, newStretch } from "./week-draft.ts";

export type DayRowProps = {
  weekday: Weekday;
  stretches: readonly DraftStretch[];
  errors: readonly string[] | undefined;
  onChange: (stretches: readonly DraftStretch[]) => void;
};

/** A weekday: its stretches, a button for one more, and its picture. Sent as one line of text. */
export function DayRow({ weekday, stretches, errors, onChange }: DayRowProps) {
  const t = useTranslations("settings.calendar");
  const day = t(`weekdays.${weekday}`);
  const row = useRef<HTMLFieldSetElement>(null);
  const replace = (changed: DraftStretch) =>
    onChange(stretches.map((each) => (each.key === changed.key ? changed : each)));
  const add = () => {
    onChange([...stretches, newStretch()]);
    focusLater(() => [...(row.current?.querySelectorAll("input[type=text]") ?? [])].at(-2));
  };
  const remove = (key: number) => {
    onChange(stretches.filter((each) => each.key !== key));
    focusLater(() => row.current?.querySelector("button[data-add]"));
  };
  return (
    <fieldset ref={row} className="grid min-w-0 gap-x-4 gap-y-2 py-2.5 sm:grid-cols-[6rem_1fr]">
      <legend className="sr-only">{day}</legend>
      <input type="hidden" name={weekday} value={dayText(stretches)} />
      <div className="sm:pt-1">
        <span aria-hidden="true" className="text-xs font-medium">
          {day}
        </span>
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          {stretches.map((stretch, at) => (
            <Stretch
              key={stretch.key}
              {...{ stretch, day }}
              number={at + 1}
              isBad={errors !== undefined}
              onChange={replace}
              onRemove={() => remove(stretch.key)}
            />
          ))}
          {stretches.length === 0 && <span className="py-1 text-xs text-muted">{t("closed")}</span>}
          <Button
            size="sm"
            variant="quiet"
            isIcon={stretches.length > 0}
            data-add=""
            aria-label={t("addHoursTo", { day })}
            onPress={add}
          >
            <Plus />
            {stretches.length === 0 && t("addHours")}
          </Button>
        </div>
        {errors && <span className={FIELD_ERROR}>{errors.join(" ")}</span>}
        <DayBar intervals={dayIntervals(stretches) ?? []} className="mt-2 h-1.5" />
      </div>
    </fieldset>
  );
}

type StretchProps = {
  stretch: DraftStretch;
  day: string;
  number: number;
  isBad: boolean;
  onChange: (stretch: DraftStretch) => void;
  onRemove: () => void;
};

function Stretch({ stretch, day, number, isBad, onChange, onRemove }: StretchProps) {
  const t = useTranslations("settings.calendar");
  const field = (end: "from" | "to") => ({
    type: "text",
    inputMode: "numeric" as const,
    autoComplete: "off",
    value: stretch[end],
    "aria-invalid": isBad || undefined,
    "data-invalid": isBad || undefined,
    "aria-label": t(end === "from" ? "opens" : "closes", { day, number }),
    placeholder: end === "from" ? "09:00" : "17:00",
    className: fieldBox("md", "w-17! tabular-nums"),
  });
  return (
    <span className="inline-flex items-center gap-1">
      <input
        {...field("from")}
        onChange={(event) => onChange({ ...stretch, from: event.target.value })}
      />
      <span aria-hidden="true" className="text-muted">
        –
      </span>
      <input
        {...field("to")}
        onChange={(event) => onChange({ ...stretch, to: event.target.value })}
      />
      <Button
        size="sm"
        variant="quiet"
        isIcon
        aria-label={t("removeHours", { day, number })}
        onPress={onRemove}
      >
        <X />
      </Button>
    </span>
  );
}

/** After React has drawn the row again. */
function focusLater(find: () => Element | null | undefined): void {
  requestAnimationFrame(() => {
    const element = find();
    if (element instanceof HTMLElement) element.focus();
  });
}
