"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR, fieldBox } from "#components/ui/field-style.ts";
import {
  type DraftException,
  draftText,
  exceptionDrafts,
  newException,
} from "./exception-draft.ts";
import type { HoursFieldsProps } from "./plain-hours.tsx";

/** Days that differ from their weekday: closed, or with other hours. Sent as text, one day a line. */
export function ExceptionsEditor({ values, errorsOf }: HoursFieldsProps) {
  const t = useTranslations("settings.calendar");
  const [days, setDays] = useState(() => exceptionDrafts(values["exceptions"] ?? ""));
  const list = useRef<HTMLFieldSetElement>(null);
  const errors = errorsOf("exceptions");
  const focus = (selector: string) =>
    requestAnimationFrame(() => {
      const found = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
      found.at(-1)?.focus();
    });
  const add = () => {
    setDays([...days, newException()]);
    focus("input[type=date]");
  };
  const remove = (key: number) => {
    setDays(days.filter((day) => day.key !== key));
    focus("button[data-add]");
  };
  const replace = (changed: DraftException) =>
    setDays(days.map((day) => (day.key === changed.key ? changed : day)));
  return (
    <fieldset ref={list} className="min-w-0">
      <legend className="font-semibold">{t("differing")}</legend>
      <p className="mt-1 text-2xs text-muted">{t("differingCaption")}</p>
      <input type="hidden" name="exceptions" value={draftText(days)} />
      <div className="mt-3 grid gap-2">
        {days.length === 0 && <p className="text-xs text-muted">{t("noDiffering")}</p>}
        {days.map((day, at) => (
          <ExceptionRow
            key={day.key}
            day={day}
            number={at + 1}
            onChange={replace}
            onRemove={() => remove(day.key)}
          />
        ))}
      </div>
      {errors && <span className={FIELD_ERROR}>{errors.join(" ")}</span>}
      <Button size="sm" data-add="" onPress={add} className="mt-2">
        <Plus />
        {t("addDay")}
      </Button>
    </fieldset>
  );
}

type ExceptionRowProps = {
  day: DraftException;
  number: number;
  onChange: (day: DraftException) => void;
  onRemove: () => void;
};

function ExceptionRow({ day, number, onChange, onRemove }: ExceptionRowProps) {
  const t = useTranslations("settings.calendar");
  const field = (name: "on" | "name" | "hours") => ({
    value: day[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...day, [name]: event.target.value }),
    autoComplete: "off",
  });
  return (
    <div className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)_minmax(0,11rem)_auto]">
      <input
        {...field("on")}
        type="date"
        aria-label={t("differingDay", { number })}
        className={fieldBox("md")}
      />
      <input
        {...field("name")}
        aria-label={t("differingName", { number })}
        className={fieldBox("md", "max-sm:order-3 max-sm:col-span-2")}
      />
      <input
        {...field("hours")}
        placeholder={t("closed")}
        aria-label={t("differingHours", { number })}
        className={fieldBox("md", "max-sm:order-4 max-sm:col-span-2")}
      />
      <Button variant="quiet" isIcon aria-label={t("removeDay", { number })} onPress={onRemove}>
        <X />
      </Button>
    </div>
  );
}
