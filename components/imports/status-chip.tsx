import { Check, CircleX, Clock, LoaderCircle, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import type { ImportStatus } from "#lib/imports/types.ts";

const LOOK: Record<ImportStatus, { icon: ReactNode; tone: Tone }> = {
  queued: { icon: <Clock />, tone: "neutral" },
  running: { icon: <LoaderCircle />, tone: "info" },
  succeeded: { icon: <Check />, tone: "good" },
  failed: { icon: <CircleX />, tone: "bad" },
  undoing: { icon: <LoaderCircle />, tone: "info" },
  undone: { icon: <Undo2 />, tone: "neutral" },
};

export type StatusChipProps = { status: ImportStatus };

/** The state of an import: icon, word, colour. */
export function StatusChip({ status }: StatusChipProps) {
  const t = useTranslations("imports");
  return <Chip {...LOOK[status]}>{t(`status_${status}`)}</Chip>;
}
