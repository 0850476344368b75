import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import { fieldBox } from "./field-style.ts";

export type SearchFieldProps = {
  /** What is searched, read out and shown as placeholder */
  label: string;
  name: string;
  defaultValue?: string;
  /** Where the form goes; the current page by default */
  action?: string;
  /** Filters to keep in the address while searching */
  keep?: Readonly<Record<string, string>>;
  className?: string;
};

/** A search that lives in the address: a plain form, so it also works without JavaScript. */
export function SearchField({
  label,
  name,
  defaultValue,
  action,
  keep,
  className,
}: SearchFieldProps) {
  const t = useTranslations("common");
  return (
    <search className={cx("block", className)}>
      <form {...(action ? { action } : {})} className="relative">
        {Object.entries(keep ?? {}).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <Search className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-muted" />
        <input
          type="search"
          name={name}
          defaultValue={defaultValue}
          aria-label={label}
          placeholder={label}
          className={fieldBox("md", "ps-8")}
        />
        <button type="submit" className="sr-only">
          {t("search")}
        </button>
      </form>
    </search>
  );
}
