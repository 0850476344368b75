import { ChevronRight, ChevronsLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./button-link.tsx";

export type PagerProps = {
  /** What is paged: "Customers" */
  label: string;
  /** The address of the first page; null when this is the first */
  first: string | null;
  /** The address of the next page; null at the end */
  next: string | null;
};

/** Forward through a list by key, and back to its start. Nothing at all when everything is on one page. */
export function Pager({ label, first, next }: PagerProps) {
  const t = useTranslations("common");
  if (!first && !next) return null;
  return (
    <nav aria-label={t("pagesOf", { what: label })} className="no-print flex justify-end gap-2">
      {first && (
        <ButtonLink href={first}>
          <ChevronsLeft />
          {t("firstPage")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next}>
          {t("nextPage")}
          <ChevronRight />
        </ButtonLink>
      )}
    </nav>
  );
}
