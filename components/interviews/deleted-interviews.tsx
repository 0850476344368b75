import { useTranslations } from "next-intl";
import { DeletedLately, type DeletedLatelyProps } from "#components/forms/deleted-lately.tsx";
import type { DeletedInterview } from "#lib/interviews/types.ts";

export type DeletedInterviewsProps = Pick<
  DeletedLatelyProps,
  "tenant" | "formats" | "bringBack"
> & {
  interviews: readonly DeletedInterview[];
};

/** Interviews that were deleted within the last day, and the way back; nothing where there is none. */
export function DeletedInterviews({ interviews, ...props }: DeletedInterviewsProps) {
  const t = useTranslations("personae");
  return (
    <DeletedLately
      rows={interviews.map(({ title, ...row }) => ({ ...row, name: title ?? t("titleGone") }))}
      caption={t("interviewsDeletedCaption")}
      heading={t("interviewTitle")}
      idName="interviewId"
      href={`/w/${props.tenant}/personae/interviews`}
      {...props}
    />
  );
}
