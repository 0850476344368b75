"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { cx } from "#lib/class-names.ts";
import { formatTime } from "#lib/format/format-time.ts";
import { Button } from "./button.tsx";
import { ConflictChoice } from "./conflict-choice.tsx";
import { fieldBox } from "./field-style.ts";
import { SaveState } from "./save-state.tsx";
import { type Autosave, type SaveText, useAutosave } from "./use-autosave.ts";

export type InlineEditProps = {
  /** What the text is: "Name of the view" */
  label: string;
  value: string;
  save: SaveText;
  /** How the text looks while it is not edited; the text itself by default */
  children?: (text: string) => ReactNode;
  /** Stands after the button that edits */
  end?: ReactNode;
  maxLength?: number;
};

/**
 * A text that is edited where it stands and saves itself: Enter edits and is done, Escape takes back, Ctrl or ⌘ with
 * Enter saves at once. What could not be saved stays, with the reason; two people at one text choose.
 */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, save, children, end, maxLength = 200 } = props;
  const t = useTranslations("ui");
  const edit = useInlineEdit(useAutosave({ value, save, brokenReason: t("brokenSave") }));
  const { autosave } = edit;
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-1">
        {edit.isEditing ? (
          <input
            ref={edit.field}
            aria-label={label}
            value={autosave.text}
            maxLength={maxLength}
            onChange={(event) => autosave.type(event.target.value)}
            onKeyDown={edit.onKeyDown}
            onBlur={edit.finish}
            className={fieldBox("md")}
          />
        ) : (
          <>
            <span className={cx("min-w-0 flex-1 break-words", edit.isUnsure && "italic")}>
              {children ? children(autosave.text) : autosave.text}
            </span>
            <Button
              ref={edit.opener}
              variant="quiet"
              size="sm"
              isIcon
              aria-label={t("edit", { what: label, text: autosave.text })}
              onPress={edit.start}
            >
              <Pencil />
            </Button>
            {end}
          </>
        )}
      </div>
      <EditNotes autosave={autosave} onMerge={edit.merge} onDiscard={edit.discard} />
    </div>
  );
}

function useInlineEdit(autosave: Autosave) {
  const [before, setBefore] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isEditing = before !== null;
  useFocusSwap(isEditing, field, opener);
  const finish = () => {
    setBefore(null);
    autosave.flush();
  };
  const discard = () => {
    autosave.restore(autosave.status === "failed" ? autosave.saved : (before ?? autosave.saved));
    setBefore(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") finish();
    else discard();
  };
  const merge = (text: string) => {
    autosave.settle({ type: "merged", text });
    setBefore(text);
  };
  const isUnsure = autosave.status === "failed" || autosave.status === "conflict";
  return {
    autosave,
    field,
    opener,
    isEditing,
    isUnsure,
    start: () => setBefore(autosave.text),
    finish,
    discard,
    merge,
    onKeyDown,
  };
}

type Place = { readonly current: HTMLElement | null };

/** The field has the focus while it is there; then the button that opened it, unless the person went elsewhere. */
function useFocusSwap(isEditing: boolean, field: Place, opener: Place): void {
  const wasEditing = useRef(false);
  useEffect(() => {
    if (isEditing) {
      field.current?.focus();
      if (field.current instanceof HTMLInputElement) field.current.select();
    } else if (wasEditing.current && document.activeElement === document.body) {
      opener.current?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing, field, opener]);
}

type EditNotesProps = {
  autosave: Autosave;
  onMerge: (text: string) => void;
  onDiscard: () => void;
};

function EditNotes({ autosave, onMerge, onDiscard }: EditNotesProps) {
  const t = useTranslations("ui");
  const { status, reason, conflict, text } = autosave;
  if (conflict) {
    return (
      <ConflictChoice
        mine={text}
        conflict={conflict}
        onKeepMine={() => autosave.settle({ type: "keptMine" })}
        onUseTheirs={() => autosave.settle({ type: "usedTheirs" })}
        onMerge={() => onMerge(t("bothTexts", { mine: text, theirs: conflict.current }))}
      />
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <EditState autosave={autosave} />
      {status === "failed" && (
        <>
          <Button variant="quiet" size="sm" onPress={onDiscard}>
            {t("discard")}
          </Button>
          <span className="text-2xs text-bad">{reason}</span>
        </>
      )}
    </div>
  );
}

function EditState({ autosave }: { autosave: Autosave }) {
  const { locale } = useLocale();
  const { status, savedAt, flush } = autosave;
  if (status === "failed") return <SaveState state="failed" onRetry={flush} />;
  if (status === "saving" || status === "queued") return <SaveState state={status} />;
  if (status !== "saved" || !savedAt) return null;
  return <SaveState state="saved" at={formatTime(savedAt, locale)} />;
}
