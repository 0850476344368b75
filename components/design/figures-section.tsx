import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VARIANTS } from "./figure-examples.ts";
import {
  FlowExample,
  HeatExample,
  QuadrantExample,
  WhaleExample,
  XmrExample,
} from "./figure-gallery.tsx";
import { BridgeExample, EmotionExample, SparkExample, TilesExample } from "./figure-numbers.tsx";
import { BandExample, BarsExample, LinesExample, StackExample } from "./figure-variants.tsx";

/** Every figure as the pages show it, then with one value, none, long names and many. */
export function FiguresSection() {
  const t = useTranslations("charts.examples");
  return (
    <div className="space-y-10">
      <Part title={t("tiles")}>
        <TilesExample />
      </Part>
      <Part title={t("gallery")}>
        <Pair wide={<WhaleExample variant="usual" />} narrow={<BridgeExample variant="usual" />} />
        <XmrExample variant="usual" />
        <Pair wide={<HeatExample variant="usual" />} narrow={<QuadrantExample variant="usual" />} />
        <Pair wide={<EmotionExample />} narrow={<FlowExample variant="usual" />} />
        <SparkExample />
      </Part>
      {VARIANTS.map((variant) => (
        <Part key={variant} title={t(`variants.${variant}`)}>
          <Halves>
            <LinesExample variant={variant} />
            <BandExample variant={variant} />
            <BarsExample variant={variant} direction="horizontal" />
            <BarsExample variant={variant} direction="vertical" />
            <StackExample variant={variant} isHundred={false} />
            <StackExample variant={variant} isHundred />
            {variant !== "usual" && (
              <>
                <XmrExample variant={variant} />
                <WhaleExample variant={variant} />
                <QuadrantExample variant={variant} />
                <HeatExample variant={variant} />
                <FlowExample variant={variant} />
                <BridgeExample variant={variant} />
              </>
            )}
          </Halves>
        </Part>
      ))}
      <Part title={t("rtl")}>
        <div dir="rtl">
          <Halves>
            <LinesExample variant="usual" />
            <BarsExample variant="usual" direction="horizontal" />
            <StackExample variant="usual" isHundred />
            <HeatExample variant="usual" place="rtl" />
          </Halves>
        </div>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-4">
      <h2 className="text-md">{title}</h2>
      {children}
    </section>
  );
}

function Halves({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
      {children}
    </div>
  );
}

function Pair({ wide, narrow }: { wide: ReactNode; narrow: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
      {wide}
      {narrow}
    </div>
  );
}
