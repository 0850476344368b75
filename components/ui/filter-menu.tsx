import { Plus } from "lucide-react";
import Link from "next/link";
import { cx } from "#lib/class-names.ts";
import { DisclosurePopover } from "./disclosure-popover.tsx";
import { FILTER_CHIP } from "./filter-chip.tsx";

export type FilterMenuProps = {
  /** What there is more of to filter by: "Attribute" */
  label: string;
  /** Each with the address of this page with that filter open */
  entries: readonly { name: string; href: string }[];
};

/** More filters than a bar has room for: choosing one puts it there, open. */
export function FilterMenu({ label, entries }: FilterMenuProps) {
  return (
    <DisclosurePopover
      shortcut="filter"
      triggerClassName={cx(FILTER_CHIP, "border-edge")}
      trigger={
        <>
          <Plus aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
          {label}
        </>
      }
    >
      <ul className="max-h-80 overflow-y-auto p-1">
        {entries.map(({ name, href }) => (
          <li key={name}>
            <Link href={href} prefetch={false} className={ENTRY}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </DisclosurePopover>
  );
}

const ENTRY =
  "flex min-h-11 items-center rounded-sm px-2 py-1 text-xs wrap-anywhere -outline-offset-2 " +
  "hover:bg-raised sm:min-h-8";
