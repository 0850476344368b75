import { useTranslations } from "next-intl";
import { Specimen } from "./specimen.tsx";

const COLOURS = [
  "bg-canvas",
  "bg-surface",
  "bg-raised",
  "bg-text",
  "bg-muted",
  "bg-control",
  "bg-edge",
  "bg-hairline",
  "bg-primary",
  "bg-tint-primary",
  "bg-focus",
  "bg-good",
  "bg-warn",
  "bg-bad",
  "bg-info",
  "bg-tint-warn",
  "bg-tint-bad",
  "bg-seq-1",
  "bg-seq-3",
  "bg-seq-5",
  "bg-seq-7",
  "bg-div-2",
  "bg-actual",
  "bg-perceived",
  "bg-desired",
] as const;

const SIZES = [
  "text-4xl font-semibold",
  "text-3xl font-semibold",
  "text-2xl font-semibold",
  "text-xl font-semibold",
  "text-lg font-medium",
  "text-md",
  "text-sm",
  "text-xs",
  "text-2xs",
] as const;

/** The tokens everything is drawn with. */
export function FoundationsSection() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen title={t("colours")} look="row">
        <ul className="grid w-full grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-5">
          {COLOURS.map((colour) => (
            <li key={colour} className="flex items-center gap-2 font-mono text-2xs text-muted">
              <span
                className={`fill size-8 shrink-0 rounded-sm border border-hairline ${colour}`}
              />
              {colour.slice("bg-".length)}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title={t("type")} look="stack">
        {SIZES.map((size) => (
          <p key={size} className={`${size} break-words tabular-nums`}>
            {t("sample.pangram")}
          </p>
        ))}
      </Specimen>
    </>
  );
}
