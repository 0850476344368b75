"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Notice } from "#components/ui/notice.tsx";

export type SecretNoticeProps = { text: string; secret: string };

/** A secret that was just made, this once. */
export function SecretNotice({ text, secret }: SecretNoticeProps) {
  const t = useTranslations("webhooks");
  return (
    <div className="mb-5">
      <Notice tone="info" isAlert>
        {text}
        <CopyField label={t("secret")} value={secret} className="mt-2 max-w-xl" />
      </Notice>
    </div>
  );
}
