import { Check, CircleSlash, CircleX, Clock, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type Tone } from "#components/ui/chip.tsx";
import type { RunStatus } from "#lib/clv-runs/types.ts";

const LOOK: Record<RunStatus, { icon: ReactNode; tone: Tone }> = {
  queued: { icon: <Clock />, tone: "neutral" },
  running: { icon: <LoaderCircle />, tone: "info" },
  succeeded: { icon: <Check />, tone: "good" },
  refused: { icon: <TriangleAlert />, tone: "warn" },
  failed: { icon: <CircleX />, tone: "bad" },
  stopped: { icon: <CircleSlash />, tone: "neutral" },
};

export type RunStatusChipProps = { status: RunStatus };

/** The state of a run: icon, word, colour. */
export function RunStatusChip({ status }: RunStatusChipProps) {
  const t = useTranslations("lifetime");
  return <Chip {...LOOK[status]}>{t(`status.${status}`)}</Chip>;
}
