import { useTranslations } from "next-intl";
import { DeletedLately, type DeletedLatelyProps } from "#components/forms/deleted-lately.tsx";
import type { DeletedRecord } from "#lib/deleted/types.ts";

export type DeletedNeedsProps = Pick<DeletedLatelyProps, "tenant" | "formats" | "bringBack"> & {
  needs: readonly DeletedRecord[];
};

/** Needs that were deleted within the last day, and the way back; nothing where there is none. */
export function DeletedNeeds({ needs, ...props }: DeletedNeedsProps) {
  const t = useTranslations("needs");
  return (
    <DeletedLately
      rows={needs}
      caption={t("deletedCaption")}
      heading={t("need")}
      idName="needId"
      href={`/w/${props.tenant}/needs`}
      {...props}
    />
  );
}
