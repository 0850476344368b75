import type { ReactNode } from "react";
import { ButtonsSection } from "./buttons-section.tsx";
import { ChoicesSection } from "./choices-section.tsx";
import { DatesSection } from "./dates-section.tsx";
import { FieldsSection } from "./fields-section.tsx";
import { FiguresSection } from "./figures-section.tsx";
import { FoundationsSection } from "./foundations-section.tsx";
import { OverlaysSection } from "./overlays-section.tsx";
import { StatesSection } from "./states-section.tsx";

/** The pages of /design, in order. A new one: a file beside this, a line here, a name under `design.sections`. */
export const SECTIONS = {
  foundations: <FoundationsSection />,
  buttons: <ButtonsSection />,
  fields: <FieldsSection />,
  choices: <ChoicesSection />,
  dates: <DatesSection />,
  overlays: <OverlaysSection />,
  states: <StatesSection />,
  figures: <FiguresSection />,
} satisfies Record<string, ReactNode>;

export type SectionKey = keyof typeof SECTIONS;
export const SECTION_KEYS = Object.keys(SECTIONS) as readonly SectionKey[];
