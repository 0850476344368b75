import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "./button-style.ts";
import { DisclosurePopover } from "./disclosure-popover.tsx";

export type ExportMenuProps = {
  /** The address of the file with the filters in force: "/w/alder/listening/export?metric=nps" */
  href: string;
  /** Without its word, where there is little room */
  isCompact?: boolean;
};

const FORMATS = ["csv", "xlsx", "json"] as const;

/** Takes the list away as a file, as it is filtered now. */
export function ExportMenu({ href, isCompact = false }: ExportMenuProps) {
  const t = useTranslations("lists");
  const joint = href.includes("?") ? "&" : "?";
  return (
    <DisclosurePopover
      align="end"
      triggerClassName={buttonStyle(
        isCompact ? { variant: "quiet", size: "sm", isIcon: true } : { variant: "quiet" },
      )}
      trigger={
        <>
          <Download aria-hidden="true" />
          <span className={isCompact ? "sr-only" : undefined}>{t("export")}</span>
          {!isCompact && <ChevronDown aria-hidden="true" className="size-3.5" />}
        </>
      }
    >
      <ul className="p-1">
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={`${href}${joint}format=${format}`} download className={ENTRY}>
              <span className="font-medium">{t(`format_${format}`)}</span>
              <span className="text-2xs text-muted">{t(`formatNote_${format}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </DisclosurePopover>
  );
}

const ENTRY =
  "flex min-h-11 flex-col justify-center rounded-sm px-2 py-1 text-xs -outline-offset-2 hover:bg-raised";
