import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";
import { DisclosurePopover } from "./disclosure-popover.tsx";
import { FilterForm, type FilterFormProps } from "./filter-form.tsx";

export type FilterChipProps = FilterFormProps & {
  label: string;
  /** What is chosen, in words: "All", "At risk" */
  value: string;
  /** Whether it leaves rows out */
  isSet: boolean;
  /** Tells one state of the filter from another: the fields then start anew */
  stateKey: string;
  /** For a filter that was just chosen and has nothing in it yet */
  startsOpen?: boolean | undefined;
  /** The fields of the form */
  children: ReactNode;
};

/** A filter in the bar above a list: the label muted, the value strong, and behind it the form that changes it. */
export function FilterChip(props: FilterChipProps) {
  const { label, value, isSet, stateKey, startsOpen, children, ...form } = props;
  return (
    <DisclosurePopover
      shortcut="filter"
      startsOpen={startsOpen}
      triggerClassName={cx(FILTER_CHIP, isSet ? "border-primary" : "border-edge")}
      trigger={
        <>
          <span className="min-w-0 truncate text-muted">{label}</span>{" "}
          <span className="min-w-0 truncate font-medium">{value}</span>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
        </>
      }
    >
      <FilterForm key={stateKey} {...form}>
        {children}
      </FilterForm>
    </DisclosurePopover>
  );
}

export const FILTER_CHIP =
  "inline-flex h-11 max-w-full items-center gap-1.5 rounded-sm border bg-surface ps-2.5 pe-2 " +
  "text-xs whitespace-nowrap hover:bg-canvas sm:h-8 sm:max-w-80";
