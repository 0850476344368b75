import type { NeedRecord } from "./schema.ts";
import type { Aspect, MeasuredNeed } from "./types.ts";

/** A need as the API hands it out. */
export function toNeedRecord(need: MeasuredNeed): NeedRecord {
  const { id, statement, kind, segment, note, isArchived, evidenceCount } = need;
  return {
    ...{ id, statement, kind, segment, note, isArchived, evidence: evidenceCount },
    importance: aspectRecord(need.importance),
    satisfaction: aspectRecord(need.satisfaction),
    opportunity: need.opportunity && {
      score: need.opportunity.score,
      band: need.opportunity.band,
      interval: intervalOf(need.opportunity.interval),
    },
    kano: kanoRecord(need.kano),
  };
}

function kanoRecord({ result }: MeasuredNeed["kano"]): NeedRecord["kano"] {
  if (!result?.kind) return null;
  const { kind, isClear, better, worse, n } = result;
  return { kind, isClear, better: better?.value ?? null, worse: worse?.value ?? null, n };
}

function aspectRecord({ measure }: Aspect): NeedRecord["importance"] {
  if (!measure) return null;
  const { n, mean, top, origin } = measure;
  return {
    ...{ n, mean, topShare: top.value },
    topShareInterval: intervalOf(top.interval),
    origin: origin.kind,
  };
}

function intervalOf([low, high]: readonly [number, number]) {
  return { low, high };
}
