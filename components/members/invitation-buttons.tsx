"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import type { FormAction } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { InvitationLink, InvitationRow } from "#lib/members/types.ts";
import { NewLink } from "./new-link.tsx";

export type InvitationButtonsProps = {
  tenant: string;
  invitation: Pick<InvitationRow, "id" | "email">;
  renew: FormAction<InvitationLink>;
  revoke: FormAction<void>;
};

/** A new link for an invitation, shown once, or its end. */
export function InvitationButtons({ tenant, invitation, renew, revoke }: InvitationButtonsProps) {
  const t = useTranslations("people");
  const [renewed, submitRenew, isRenewing] = useSafeAction(renew);
  const [revoked, submitRevoke, isRevoking] = useSafeAction(revoke);
  const refusal = [renewed, revoked].find((state) => state?.ok === false);
  const hidden = (
    <>
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="invitationId" value={invitation.id} />
    </>
  );
  return (
    <div className="flex flex-col gap-2 py-1">
      <div className="flex flex-wrap justify-end gap-1">
        <form action={submitRenew}>
          {hidden}
          <Button
            type="submit"
            size="sm"
            isPending={isRenewing}
            aria-label={t("newLinkFor", { email: invitation.email })}
          >
            {t("newLink")}
          </Button>
        </form>
        <form action={submitRevoke}>
          {hidden}
          <Button
            type="submit"
            size="sm"
            variant="quiet"
            isPending={isRevoking}
            aria-label={t("revokeFor", { email: invitation.email })}
          >
            {t("revoke")}
          </Button>
        </form>
      </div>
      {renewed?.ok && <NewLink link={renewed.data} />}
      <p role="alert" className="text-2xs text-bad">
        {refusal?.ok === false && refusal.message}
      </p>
    </div>
  );
}
