/** The pages of /design, in order. */
export const SECTION_KEYS = [
  "foundations",
  "buttons",
  "fields",
  "choices",
  "dates",
  "overlays",
  "states",
  "figures",
  "data",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
