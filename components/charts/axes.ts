/** Room between the ends of a time axis and its first and last value, px. */
export const TIME_PADDING = 12;
/** Under this width a drawing has no room for words at its side. */
export const WIDE_FROM = 460;

const TICK = { fill: "var(--muted)", fontSize: 12 };

/** Category axes: ticks are left out evenly where they would touch. */
export const CATEGORY_AXIS = {
  dataKey: "category",
  tick: TICK,
  tickLine: false,
  axisLine: false,
  tickMargin: 8,
  interval: "equidistantPreserveStart",
  minTickGap: 16,
} as const;

/** Axes of numbers. */
export const NUMBER_AXIS = {
  type: "number",
  tick: TICK,
  tickLine: false,
  axisLine: false,
  tickMargin: 6,
  interval: 0,
} as const;

export const GRID = { vertical: false, stroke: "var(--hairline)" } as const;

/** How every line is drawn; colour and dash come from the series. */
export const LINE = {
  type: "linear",
  strokeWidth: 2,
  strokeLinejoin: "round",
  strokeLinecap: "round",
  activeDot: false,
  isAnimationActive: false,
} as const;

/** No focus stop and no `application` in a drawing: the figure's table is the way in. */
export const CHART = { accessibilityLayer: false } as const;
