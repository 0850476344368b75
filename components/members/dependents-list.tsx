import { useTranslations } from "next-intl";
import type { Dependents } from "#lib/members/types.ts";

export type DependentsListProps = { name: string; dependents: Dependents };

/** What the workspace would miss without a person, said before they are deactivated. */
export function DependentsList({ name, dependents }: DependentsListProps) {
  const t = useTranslations("people");
  const { headOf, savedViews, sharedViews, openInvitations } = dependents;
  const sentences = [
    headOf.length > 0 &&
      t("hangsHead", { departments: headOf.map((department) => department.name).join(", ") }),
    savedViews > 0 && t("hangsViews", { count: savedViews, shared: sharedViews }),
    openInvitations > 0 && t("hangsInvitations", { count: openInvitations }),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return <p className="mb-4">{t("hangsNothing", { name })}</p>;
  return (
    <ul className="mb-4 list-disc ps-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
