import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";

export type WrittenNoticeProps = {
  tenant: string;
  customerId: string;
  /** The key of what was just written down */
  written: string;
  action: FormAction<{ customerId: string }>;
};

/** Says that a contact or a complaint was written down, with the way back. */
export function WrittenNotice({ tenant, customerId, written, action }: WrittenNoticeProps) {
  const t = useTranslations("lookup");
  return (
    <Notice tone="info">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status">{t("written")}</p>
        <ActionForm
          action={action}
          hidden={{ tenant, customerId, key: written }}
          submitLabel={t("takeBack")}
          isInline
        />
      </div>
    </Notice>
  );
}
