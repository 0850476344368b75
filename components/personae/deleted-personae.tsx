import { useTranslations } from "next-intl";
import { DeletedLately, type DeletedLatelyProps } from "#components/forms/deleted-lately.tsx";

export type DeletedPersonaeProps = Pick<
  DeletedLatelyProps,
  "rows" | "tenant" | "formats" | "bringBack"
>;

/** Personae that were deleted within the last day, and the way back; nothing where there is none. */
export function DeletedPersonae(props: DeletedPersonaeProps) {
  const t = useTranslations("personae");
  return (
    <DeletedLately
      caption={t("personaeDeletedCaption")}
      heading={t("persona")}
      idName="personaId"
      href={`/w/${props.tenant}/personae`}
      {...props}
    />
  );
}
