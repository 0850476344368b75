import { useTranslations } from "next-intl";
import type { RunDetail } from "#lib/clv-runs/index.ts";

type Named = Pick<RunDetail, "model" | "marginRate">;

/** What a run says of customers: what is to come, or what came so far where it foretells nothing. */
export function measureKind({ model, marginRate }: Named): "clv" | "profit" | "revenue" {
  if (model !== "historic") return "clv";
  return marginRate === null ? "revenue" : "profit";
}

/** What the numbers of a run are called: "CLV" only where something is foretold. */
export function useMeasureWords() {
  const t = useTranslations("lifetime.measures");
  return (run: Named) => {
    const kind = measureKind(run);
    return {
      kind,
      name: t("name", { kind }),
      total: t("total", { kind }),
      totalInText: t("totalInText", { kind }),
      each: t("each", { kind }),
      share: t("share", { kind }),
    };
  };
}
