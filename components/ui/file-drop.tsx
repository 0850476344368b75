"use client";

import { FileSpreadsheet, Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { cx } from "#lib/class-names.ts";
import { Button } from "./button.tsx";

export type FileDropProps = {
  /** Names the zone for screen readers */
  label: string;
  /** "Choose a file", or "Choose another" once there is one */
  chooseLabel: string;
  /** What may be dropped and how large it may be */
  hint: ReactNode;
  /** The chosen file as it is shown */
  chosen?: { name: string; detail: string } | null;
  /** Endings and types the picker offers: [".csv", "text/csv"] */
  accept: readonly string[];
  onFile: (file: File) => void;
  isDisabled?: boolean;
};

/**
 * A place to drop a file, to click, or to reach by keyboard. The browser's own events: react-aria's drop zone brings a
 * keyboard protocol for dragging between lists, 50 kB that the button beside it makes needless.
 */
export function FileDrop(props: FileDropProps) {
  const { label, chooseLabel, hint, chosen, accept, onFile, isDisabled = false } = props;
  const picker = useRef<HTMLInputElement>(null);
  const { isOver, zone } = useFileDrop(isDisabled ? null : onFile);
  return (
    <fieldset aria-label={label} {...zone} data-drop-target={isOver || undefined} className={ZONE}>
      <span className="text-muted [&_.lucide]:size-5">
        {chosen ? <FileSpreadsheet /> : <Upload />}
      </span>
      <span className="min-w-0 flex-1 basis-48">
        {chosen && <span className="block truncate font-medium">{chosen.name}</span>}
        <span className={cx("block text-muted", chosen && "text-2xs")}>
          {chosen?.detail ?? hint}
        </span>
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept.join(",")}
        onChange={(event) => {
          const [first] = event.target.files ?? [];
          if (first) onFile(first);
          // The same file, mended meanwhile, can be chosen again.
          event.target.value = "";
        }}
      />
      <Button isDisabled={isDisabled} onPress={() => picker.current?.click()}>
        {chooseLabel}
      </Button>
    </fieldset>
  );
}

/** Takes the first file that is dropped; a page would otherwise open it. */
function useFileDrop(onFile: ((file: File) => void) | null) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(onFile !== null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [first] = event.dataTransfer.files;
    if (first) onFile?.(first);
  };
  return { isOver, zone: { onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop } };
}

const ZONE =
  "flex flex-wrap items-center gap-3 rounded-md border border-dashed border-control bg-canvas px-5 py-6 " +
  "data-[drop-target]:border-primary data-[drop-target]:bg-tint-primary";
