import { Star, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import { type Segment, type SegmentTone, segmentTone } from "#lib/value/types.ts";

export type SegmentChipProps = { segment: Segment };

const ICON: Partial<Record<SegmentTone, ReactNode>> = { good: <Star />, warn: <TriangleAlert /> };

/** The name of a segment; an icon marks those to keep and those about to be lost. */
export function SegmentChip({ segment }: SegmentChipProps) {
  const t = useTranslations("value");
  const tone = segmentTone(segment);
  return (
    <Chip tone={tone} icon={ICON[tone]} isMuted={segment === "no_orders"}>
      {t(`segments.${segment}`)}
    </Chip>
  );
}
