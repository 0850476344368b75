import { useTranslations } from "next-intl";
import { DeletedLately, type DeletedLatelyProps } from "#components/forms/deleted-lately.tsx";

export type DeletedClaimsProps = Pick<
  DeletedLatelyProps,
  "rows" | "tenant" | "formats" | "bringBack"
> & { personaId: string };

/** Claims that were removed from a persona within the last day, and the way back; nothing where there is none. */
export function DeletedClaims({ personaId, ...props }: DeletedClaimsProps) {
  const t = useTranslations("personae");
  return (
    <DeletedLately
      caption={t("claimsDeletedCaption")}
      heading={t("columnClaim")}
      idName="claimId"
      href={`/w/${props.tenant}/personae/${personaId}/claims`}
      {...props}
    />
  );
}
