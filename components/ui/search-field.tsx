"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cx } from "#lib/class-names.ts";
import { fieldBox } from "./field-style.ts";
import { HiddenParams, type KeptParams } from "./filter-form.tsx";

export type SearchFieldProps = {
  /** What is searched, read out and shown as placeholder */
  label: string;
  name: string;
  defaultValue?: string;
  /** Where the form goes */
  action: string;
  /** Filters to keep in the address while searching */
  keep?: KeptParams;
  className?: string;
};

/** A search that lives in the address: a plain form, so it also works without JavaScript. */
export function SearchField(props: SearchFieldProps) {
  const { label, name, defaultValue = "", action, keep = [], className } = props;
  const t = useTranslations("common");
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(defaultValue);
  // Another address may be another search; while somebody types, their words count.
  useEffect(() => {
    if (shown.current === defaultValue) return;
    shown.current = defaultValue;
    const input = field.current;
    if (input && input !== document.activeElement) input.value = defaultValue;
  }, [defaultValue]);
  return (
    <search className={cx("block", className)}>
      <Form action={action} className="relative">
        <HiddenParams params={keep} />
        <Search className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-muted" />
        <input
          ref={field}
          type="search"
          name={name}
          defaultValue={defaultValue}
          aria-label={label}
          placeholder={label}
          data-shortcut="search"
          className={fieldBox("md", "ps-8")}
        />
        <button type="submit" className="sr-only">
          {t("search")}
        </button>
      </Form>
    </search>
  );
}
