import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";

export type NoPersonaeProps = {
  slug: string;
  mayWrite: boolean;
  hasSegments: boolean;
  /** How many ways the board is narrowed */
  filters: number;
  /** For those who may add one */
  create: ReactNode;
};

/** No persona is there yet, or none that matches. */
export function NoPersonae({ slug, mayWrite, hasSegments, filters, create }: NoPersonaeProps) {
  const t = useTranslations("personae");
  if (filters > 0)
    return <NoMatch title={t("noMatch")} filters={filters} href={`/w/${slug}/personae`} />;
  const toSegments = !hasSegments && (
    <ButtonLink href={`/w/${slug}/segments`} variant="primary">
      {t("toSegments")}
    </ButtonLink>
  );
  const words = mayWrite ? (hasSegments ? "emptyText" : "emptyNoSegment") : "emptyReadOnly";
  return (
    <EmptyState kind="nothing-yet" title={t("emptyTitle")} actions={create || toSegments}>
      {t(words)}
    </EmptyState>
  );
}
