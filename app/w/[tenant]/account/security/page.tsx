import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "#components/account/change-password-form.tsx";
import { NoPassword } from "#components/account/no-password.tsx";
import { SessionsPanel } from "#components/account/sessions-panel.tsx";
import { TwoStepPanel } from "#components/account/two-step-panel.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { getSecurity } from "#lib/accounts/index.ts";
import { qrPicture } from "#lib/accounts/qr-picture.ts";
import { requireSession } from "#lib/auth/session.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { isMailOn } from "#lib/mail/index.ts";
import {
  cancelTwoStepAction,
  changePasswordAction,
  confirmTwoStepAction,
  endOtherSessionsAction,
  endSessionAction,
  renewRecoveryCodesAction,
  sendPasswordLinkAction,
  startTwoStepAction,
  turnOffTwoStepAction,
} from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("security") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SecurityPage({ params }: Props) {
  const { person, formats } = await requireSession((await params).tenant);
  const [t, { hasPassword, twoStep, sessions }] = await Promise.all([
    getTranslations("account"),
    withAccounts((tx) => getSecurity(tx, person)),
  ]);
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t("password")} caption={hasPassword ? t("passwordCaption") : undefined}>
        {hasPassword ? (
          <ChangePasswordForm action={changePasswordAction} email={person.email} />
        ) : (
          <NoPassword send={isMailOn() ? sendPasswordLinkAction : null} />
        )}
      </Panel>
      <TwoStepPanel
        state={twoStep}
        picture={twoStep.kind === "waiting" ? qrPicture(twoStep.uri) : null}
        hasPassword={hasPassword}
        start={startTwoStepAction}
        cancel={cancelTwoStepAction}
        confirm={confirmTwoStepAction}
        renew={renewRecoveryCodesAction}
        turnOff={turnOffTwoStepAction}
      />
      <SessionsPanel
        sessions={sessions}
        formats={formats}
        end={endSessionAction}
        endOthers={endOtherSessionsAction}
      />
    </div>
  );
}
