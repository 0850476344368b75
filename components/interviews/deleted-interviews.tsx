import { useTranslations } from "next-intl";
import { DeletedLately, type DeletedLatelyProps } from "#components/forms/deleted-lately.tsx";
import type { DeletedRecord } from "#lib/deleted/types.ts";

export type DeletedInterviewsProps = Pick<
  DeletedLatelyProps,
  "tenant" | "formats" | "bringBack"
> & {
  interviews: readonly DeletedRecord[];
};

/** Interviews that were deleted within the last day, and the way back; nothing where there is none. */
export function DeletedInterviews({ interviews, ...props }: DeletedInterviewsProps) {
  const t = useTranslations("personae");
  return (
    <DeletedLately
      rows={interviews.map((row) => ({ ...row, name: row.name ?? t("titleGone") }))}
      caption={t("interviewsDeletedCaption")}
      heading={t("interviewTitle")}
      idName="interviewId"
      href={`/w/${props.tenant}/personae/interviews`}
      {...props}
    />
  );
}
