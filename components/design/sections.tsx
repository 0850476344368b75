import type { ReactNode } from "react";
import { ButtonsSection } from "./buttons-section.tsx";
import { ChoicesSection } from "./choices-section.tsx";
import { DataSection } from "./data-section.tsx";
import { DatesSection } from "./dates-section.tsx";
import { FieldsSection } from "./fields-section.tsx";
import { FiguresSection } from "./figures-section.tsx";
import { FoundationsSection } from "./foundations-section.tsx";
import { OverlaysSection } from "./overlays-section.tsx";
import type { SectionKey } from "./section-keys.ts";
import { StatesSection } from "./states-section.tsx";

/** What each page of /design shows. A new one: a file beside this, a key in section-keys.ts, a name under `design.sections`. */
export const SECTIONS: Record<SectionKey, ReactNode> = {
  foundations: <FoundationsSection />,
  buttons: <ButtonsSection />,
  fields: <FieldsSection />,
  choices: <ChoicesSection />,
  dates: <DatesSection />,
  overlays: <OverlaysSection />,
  states: <StatesSection />,
  figures: <FiguresSection />,
  data: <DataSection />,
};
