"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";
import type { RecognisedFormat } from "#lib/imports/formats/recognise-format.ts";
import type { ImportKind } from "#lib/imports/types.ts";

export type RecognisedNoteProps = {
  format: RecognisedFormat;
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  /** Map it by hand instead */
  onPlain: () => void;
  isDisabled: boolean;
};

/** Says which export a file is, and as what else it can be imported. */
export function RecognisedNote({ format, kind, isDisabled, ...props }: RecognisedNoteProps) {
  const t = useTranslations("imports");
  const { source, labelRows, kinds } = format;
  return (
    <div className="mx-4 mb-3 sm:mx-5">
      <Notice tone="info">
        <p>{t("recognised", { source, kind: t(`kindInside_${kind}`), labelRows })}</p>
        {kinds.length > 1 && (
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="text-xs text-muted">{t("recognisedAs")}</span>
            <SegmentedChoice
              label={t("recognisedAs")}
              options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
              value={kinds.includes(kind) ? kind : null}
              onChange={props.onKind}
              isDisabled={isDisabled}
            />
          </div>
        )}
        <Button size="sm" className="mt-2" onPress={props.onPlain} isDisabled={isDisabled}>
          {t("mapMyself")}
        </Button>
      </Notice>
    </div>
  );
}

/** Says that an export is mapped by hand, and leads back. */
export function PlainNote({ isDisabled, onBack }: { isDisabled: boolean; onBack: () => void }) {
  const t = useTranslations("imports");
  return (
    <div className="mx-4 mb-3 sm:mx-5">
      <Notice tone="info">
        <p>{t("mappedMyself")}</p>
        <Button size="sm" className="mt-2" onPress={onBack} isDisabled={isDisabled}>
          {t("mapRecognised")}
        </Button>
      </Notice>
    </div>
  );
}
