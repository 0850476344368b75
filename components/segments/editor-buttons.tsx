"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { RuleEditor } from "./use-rule-editor.ts";

/** Takes steps of the rule back, and does them again. */
export function EditorButtons({ editor }: { editor: RuleEditor }) {
  const t = useTranslations("segmentation.builder");
  const { undo, redo } = editor;
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        isDisabled={!undo}
        onPress={() => undo?.()}
        aria-label={t("undo")}
        isIcon
      >
        <Undo2 />
      </Button>
      <Button
        variant="quiet"
        size="sm"
        isDisabled={!redo}
        onPress={() => redo?.()}
        aria-label={t("redo")}
        isIcon
      >
        <Redo2 />
      </Button>
    </>
  );
}

export type SaveButtonsProps = { isPending: boolean; backHref: string; isNew: boolean };

/** Saves the segment, or leaves it as it was. */
export function SaveButtons({ isPending, backHref, isNew }: SaveButtonsProps) {
  const t = useTranslations("segmentation.builder");
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" variant="primary" isPending={isPending}>
        {t(isNew ? "create" : "save")}
      </Button>
      <ButtonLink href={backHref} variant="quiet">
        {t("cancel")}
      </ButtonLink>
    </div>
  );
}
