import { valueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { seriousDoubts } from "#lib/clv-runs/serious-doubts.ts";
import { DoubtsList } from "./doubts-list.tsx";

export type SeriousDoubtsProps = {
  run: RunDetail;
  locale: string;
  /** Where each is explained: "/w/alder/value/help" */
  helpHref: string;
};

/** What may make the numbers of a run badly wrong, wherever they stand; nothing where nothing does. */
export function SeriousDoubts({ run, locale, helpHref }: SeriousDoubtsProps) {
  const doubts = seriousDoubts(run);
  if (doubts.length === 0) return null;
  return <DoubtsList {...{ doubts, helpHref }} formats={valueFormats(run.currency, locale)} />;
}
