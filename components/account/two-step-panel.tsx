"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { TwoStepState } from "#lib/accounts/types.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { ActionButton } from "./action-button.tsx";
import { ChangeTwoStepForm } from "./change-two-step-form.tsx";
import { ConfirmTwoStepForm, type QrPicture } from "./confirm-two-step-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type ShownOnce = { recoveryCodes: string[] };

export type TwoStepPanelProps = {
  state: TwoStepState;
  /** Stands beside the secret while it waits for its first code */
  picture: QrPicture | null;
  hasPassword: boolean;
  start: FormAction<void>;
  cancel: FormAction<void>;
  confirm: FormAction<ShownOnce>;
  renew: FormAction<ShownOnce>;
  turnOff: FormAction<void>;
};

const CAPTION = { off: "twoStepOff", waiting: "twoStepWaiting", on: "twoStepOn" } as const;

/**
 * The second step of a sign-in: set up, confirm, renew, turn off. It holds what the actions answer, because the codes
 * they answer are shown once and must outlive the form that asked.
 */
export function TwoStepPanel(props: TwoStepPanelProps) {
  const { state, picture, hasPassword, start, cancel } = props;
  const t = useTranslations("account");
  const [confirmed, confirm, isConfirming] = useSafeAction(props.confirm);
  const [renewed, renew, isRenewing] = useSafeAction(props.renew);
  const [turnedOff, turnOff, isTurningOff] = useSafeAction(props.turnOff);
  const shown = renewed?.ok ? renewed : confirmed;
  return (
    <Panel title={t("twoStep")} caption={t(CAPTION[state.kind])}>
      {state.kind === "off" && (
        <div className="flex flex-wrap items-center gap-3">
          <ActionButton action={start}>{t("setUpTwoStep")}</ActionButton>
          <p role="status" className="text-xs text-muted">
            {turnedOff?.ok && t("turnedOff")}
          </p>
        </div>
      )}
      {state.kind === "waiting" && picture && (
        <ConfirmTwoStepForm
          secret={state.secret}
          picture={picture}
          answer={confirmed}
          submit={confirm}
          isPending={isConfirming}
          cancel={cancel}
        />
      )}
      {state.kind === "on" && (
        <div className="flex flex-col gap-6">
          {confirmed?.ok && <Notice tone="info">{t("othersEnded")}</Notice>}
          {shown?.ok && (
            <RecoveryCodes key={shown.data.recoveryCodes.join()} codes={shown.data.recoveryCodes} />
          )}
          {hasPassword ? (
            <ChangeTwoStepForm
              recoveryCodesLeft={state.recoveryCodesLeft}
              answer={lastRefusal(renewed, turnedOff)}
              renew={renew}
              turnOff={turnOff}
              isPending={isRenewing || isTurningOff}
            />
          ) : (
            <p className="text-muted">
              {t("recoveryLeft", { count: state.recoveryCodesLeft })} {t("changeTwoStepNoPassword")}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}

type Answer = Awaited<ReturnType<FormAction<unknown>>> | null;

function lastRefusal(...answers: Answer[]): Extract<Answer, { ok: false }> | null {
  return answers.find((answer) => answer?.ok === false) ?? null;
}
