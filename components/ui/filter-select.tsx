"use client";

import { useRouter } from "next/navigation";
import { InlineSelect } from "./inline-select.tsx";

export type FilterOption = {
  value: string;
  label: string;
  /** The address of this page with this value chosen */
  href: string;
};

export type FilterSelectProps = {
  label: string;
  value: string;
  options: readonly FilterOption[];
};

/** A filter in the bar above a list, the choice in the address. */
export function FilterSelect({ options, ...props }: FilterSelectProps) {
  const router = useRouter();
  const open = (value: string) => {
    const chosen = options.find((option) => option.value === value);
    if (chosen) router.push(chosen.href);
  };
  return <InlineSelect {...props} options={options} onChange={open} />;
}
