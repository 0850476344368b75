"use client";

import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, fieldBox, isBad } from "./field-style.ts";
import { PlainSelect, type PlainSelectProps } from "./plain-select.tsx";
import { OPTION, POPOVER } from "./popover-style.ts";
import { useHydrated } from "./use-hydrated.ts";

export type ComboBoxOption = {
  value: string;
  label: string;
  /** A muted second line that tells equals apart; not searched */
  detail?: string;
};

export type ComboBoxProps = Omit<PlainSelectProps, "options"> & {
  options: readonly ComboBoxOption[];
  onChange?: (value: string | null) => void;
  placeholder?: string;
  isRequired?: boolean;
  isReadOnly?: boolean;
};

/** One of many values, found by typing a part of its name. Sends the value, not the name. */
export function ComboBox(props: ComboBoxProps) {
  const isHydrated = useHydrated();
  const place = useRef<HTMLDivElement>(null);
  const [early, setEarly] = useState(props.defaultValue ?? null);
  // What was chosen in the plain list before the page came to life goes over into the live one.
  useLayoutEffect(() => {
    const list = place.current?.querySelector("select");
    if (list) setEarly(list.value || null);
  }, []);
  if (isHydrated) return <LiveComboBox {...props} defaultValue={early} />;
  return (
    <div ref={place} className="contents">
      <PlainSelect {...props} />
    </div>
  );
}

function LiveComboBox(props: ComboBoxProps) {
  const { label, options, hint, errors, size, placeholder = "", className, ...rest } = props;
  const { onChange, isLabelHidden, ...field } = rest;
  return (
    <AriaComboBox
      {...field}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      defaultItems={options}
      formValue="key"
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      {!isLabelHidden && <Label className={FIELD_LABEL}>{label}</Label>}
      <span className="relative block">
        <Input placeholder={placeholder} className={fieldBox(size, "pe-10")} />
        <Button className="absolute inset-y-0 end-0 grid w-10 place-items-center text-muted">
          <ChevronDown className="size-3.5" />
        </Button>
      </span>
      <FieldNotes hint={hint} errors={errors} />
      <Options options={options} />
    </AriaComboBox>
  );
}

function Options({ options }: Pick<ComboBoxProps, "options">) {
  const t = useTranslations("ui");
  return (
    <Popover className={cx(POPOVER, "w-(--trigger-width) min-w-56")}>
      <ListBox
        className="max-h-80 overflow-auto p-1 outline-none"
        renderEmptyState={() => <p className="px-2 py-3 text-xs text-muted">{t("noMatch")}</p>}
      >
        {options.map(({ value, label, detail }) => (
          <ListBoxItem key={value} id={value} textValue={label} className={OPTION}>
            <span className="min-w-0">
              <span className="block truncate">{label}</span>
              {detail && (
                <span className="block truncate text-2xs font-normal text-muted">{detail}</span>
              )}
            </span>
            <Check className="ms-auto hidden size-3.5 text-primary in-data-[selected]:block" />
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}
