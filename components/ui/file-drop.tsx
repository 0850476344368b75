"use client";

import { FileSpreadsheet, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { DropZone, type DropZoneProps } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { cx } from "#lib/class-names.ts";
import { buttonStyle } from "./button-style.ts";

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

/** A place to drop a file, to click, or to reach by keyboard. */
export function FileDrop(props: FileDropProps) {
  const { label, chooseLabel, hint, chosen, accept, onFile, isDisabled = false } = props;
  const takeDropped: DropZoneProps["onDrop"] = async (event) => {
    const dropped = event.items.find((entry) => entry.kind === "file");
    if (dropped) onFile(await dropped.getFile());
  };
  return (
    <DropZone aria-label={label} isDisabled={isDisabled} onDrop={takeDropped} className={ZONE}>
      <span className="text-muted [&_.lucide]:size-5">
        {chosen ? <FileSpreadsheet /> : <Upload />}
      </span>
      <span className="min-w-0 flex-1 basis-48">
        {chosen && <span className="block truncate font-medium">{chosen.name}</span>}
        <span className={cx("block text-muted", chosen && "text-2xs")}>
          {chosen?.detail ?? hint}
        </span>
      </span>
      <FileTrigger
        acceptedFileTypes={accept}
        onSelect={(files) => {
          const first = files?.[0];
          if (first) onFile(first);
        }}
      >
        <AriaButton isDisabled={isDisabled} className={buttonStyle({})}>
          {chooseLabel}
        </AriaButton>
      </FileTrigger>
    </DropZone>
  );
}

const ZONE =
  "flex flex-wrap items-center gap-3 rounded-md border border-dashed border-control bg-canvas px-5 py-6 " +
  "data-[drop-target]:border-primary data-[drop-target]:bg-tint-primary";
