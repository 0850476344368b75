"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "./button.tsx";
import { Dialog, type DialogProps } from "./dialog.tsx";
import { Notice } from "./notice.tsx";
import { TextField } from "./text-field.tsx";

export type ConfirmDialogProps = Pick<
  DialogProps,
  "title" | "trigger" | "isOpen" | "onOpenChange"
> & {
  /** What will happen, and what will not come back */
  children: ReactNode;
  /** The verb: "Delete 12 rows" */
  confirmLabel: string;
  /** Red for what cannot be taken back */
  tone?: "danger" | "primary";
  /** A name that has to be typed first */
  nameToType?: string;
  /** Does it; a sentence says why it could not, and the dialog stays. */
  onConfirm: () => Promise<string | undefined> | string | undefined;
};

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { children, confirmLabel, tone = "danger", nameToType, onConfirm, ...dialog } = props;
  return (
    <Dialog {...dialog} role="alertdialog">
      {(close) => (
        <Question
          confirmLabel={confirmLabel}
          tone={tone}
          nameToType={nameToType}
          onConfirm={onConfirm}
          close={close}
        >
          {children}
        </Question>
      )}
    </Dialog>
  );
}

type QuestionProps = Pick<ConfirmDialogProps, "children" | "confirmLabel" | "onConfirm"> & {
  tone: "danger" | "primary";
  nameToType: string | undefined;
  close: () => void;
};

function Question({ children, confirmLabel, tone, nameToType, onConfirm, close }: QuestionProps) {
  const t = useTranslations("ui");
  const formId = useId();
  const [refusal, setRefusal] = useState<string>();
  const [isMistyped, setMistyped] = useState(false);
  const [isPending, startTransition] = useTransition();
  const confirm = (form: FormData) => {
    const isTyped = nameToType === undefined || form.get("typedName") === nameToType;
    setMistyped(!isTyped);
    if (!isTyped) return;
    startTransition(async () => {
      const reason = await onConfirm();
      setRefusal(reason);
      if (reason === undefined) close();
    });
  };
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        confirm(new FormData(event.currentTarget));
      }}
      className="grid gap-4"
    >
      <div className="text-muted">{children}</div>
      {nameToType !== undefined && (
        <TextField
          label={t("typeToConfirm", { name: nameToType })}
          name="typedName"
          autoComplete="off"
          size="lg"
          errors={isMistyped ? [t("typedDiffers")] : undefined}
        />
      )}
      {refusal && (
        <Notice tone="bad" isAlert>
          {refusal}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={close}>{t("cancel")}</Button>
        <Button type="submit" variant={tone} isPending={isPending}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
