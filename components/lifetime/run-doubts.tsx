import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { doubtsAt } from "#lib/clv-runs/doubts-at.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { DoubtsList } from "./doubts-list.tsx";

export type RunDoubtsProps = {
  run: RunDetail;
  locale: string;
  /** The pages of value: "/w/alder/value" */
  base: string;
};

/** What may make the numbers of a run badly wrong, and how much speaks for care with them; nothing where nothing does. */
export function RunDoubts({ run, locale, base }: RunDoubtsProps) {
  const doubts = doubtsAt(run, "red");
  return (
    <>
      {doubts.length > 0 && (
        <DoubtsList
          doubts={doubts}
          formats={valueFormats(run.currency, locale)}
          helpHref={`${base}/help`}
        />
      )}
      <CarefulNote count={doubtsAt(run, "amber").length} href={`${base}/runs/${run.id}`} />
    </>
  );
}

function CarefulNote({ count, href }: { count: number; href: string }) {
  const t = useTranslations("lifetime");
  if (count === 0) return null;
  return (
    <p className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <Chip tone="warn" icon={<TriangleAlert />}>
        {t("levels.amber")}
      </Chip>
      <span className="min-w-0 flex-1 basis-60">
        {t("careful", { count })} <Link href={href}>{t("notes.seeRun")}</Link>
      </span>
    </p>
  );
}
