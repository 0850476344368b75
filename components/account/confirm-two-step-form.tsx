"use client";

import { useTranslations } from "next-intl";
import { Refusal } from "#components/sign-in/refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult, FormAction } from "#lib/actions/result.ts";
import { ActionButton } from "./action-button.tsx";
import { CopyButton } from "./copy-button.tsx";

/** A square of `size` modules a side, and the dark ones as a path. */
export type QrPicture = { size: number; path: string };

export type ConfirmTwoStepFormProps = {
  secret: string;
  picture: QrPicture;
  answer: ActionResult<unknown> | null;
  submit: (form: FormData) => void;
  isPending: boolean;
  cancel: FormAction<void>;
};

/** The secret as picture and text, and the first code that proves the app has it. */
export function ConfirmTwoStepForm(props: ConfirmTwoStepFormProps) {
  const { secret, picture, answer, submit, isPending, cancel } = props;
  const t = useTranslations("account");
  const form = useFirstBadField(answer);
  return (
    <div className="flex flex-col gap-5 sm:flex-row sm:gap-8">
      <Qr {...picture} label={t("qrLabel")} />
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <p>{t("scan")}</p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <div className="min-w-0">
            <p className="text-xs font-medium">{t("secret")}</p>
            <p className="font-mono text-xs break-all" data-secret>
              {inGroups(secret)}
            </p>
          </div>
          <CopyButton text={secret} />
        </div>
        <form ref={form} action={submit} className="flex max-w-60 flex-col gap-4">
          <Refusal answer={answer} />
          <TextField
            label={t("code")}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            errors={answer?.ok === false ? answer.fields?.["code"] : undefined}
            isRequired
          />
          <p className="text-xs text-muted">{t("confirmTwoStepText")}</p>
          <Button type="submit" variant="primary" isPending={isPending} className="self-start">
            {t("confirmTwoStep")}
          </Button>
        </form>
        <ActionButton action={cancel} variant="quiet">
          {t("cancelTwoStep")}
        </ActionButton>
      </div>
    </div>
  );
}

/** Dark on light in both themes, with the quiet margin that cameras need. */
function Qr({ size, path, label }: QrPicture & { label: string }) {
  const quiet = 4;
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={box}
      shapeRendering="crispEdges"
      className="size-48 shrink-0 rounded-sm border border-hairline"
    >
      <rect x={-quiet} y={-quiet} width="100%" height="100%" fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
