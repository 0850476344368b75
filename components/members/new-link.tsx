"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "#components/ui/copy-field.tsx";
import type { InvitationLink } from "#lib/members/types.ts";

export type NewLinkProps = { link: InvitationLink };

/** A link that was just made, to copy: it is shown this once. */
export function NewLink({ link }: NewLinkProps) {
  const t = useTranslations("people");
  const hints = [t(`linkMail.${link.mail}`)];
  if (link.isRenewed) hints.push(t("renewed"));
  return (
    <CopyField
      label={t("linkFor", { email: link.email })}
      value={link.url}
      hint={hints.join(" ")}
      className="max-w-xl text-start"
    />
  );
}
