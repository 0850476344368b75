import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";
import { EmptyState } from "./empty-state.tsx";

export type NoMatchProps = {
  title: string;
  /** How many ways the list is narrowed */
  filters: number;
  /** The list without a filter */
  href: string;
  /** What else may help, before clearing the filters */
  further?: ReactNode;
  /** Why, in one or two sentences */
  children?: ReactNode;
};

/** The filters of a list leave nothing, and the way out of them. */
export function NoMatch({ title, filters, href, further, children }: NoMatchProps) {
  const t = useTranslations("lists");
  return (
    <EmptyState
      kind="no-match"
      title={title}
      actions={
        <>
          {further}
          <ButtonLink href={href}>{t("clearFilters", { count: filters })}</ButtonLink>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
