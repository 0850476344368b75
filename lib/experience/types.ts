/** One stage of the experience. `id` is null while the workspace has the usual ones. */
export type Stage = {
  id: string | null;
  name: string;
  description: string | null;
};

/** What the workspace's stages are, and those it has put away. */
export type Spectrum = {
  /** Whether they are still the usual ones */
  isUsual: boolean;
  stages: readonly Stage[];
  archived: readonly { id: string; name: string }[];
};

/** A touchpoint that nobody owns or nobody listens at. */
export type UncoveredTouchpoint = {
  id: string;
  name: string;
  /** Whether a source of what is said there belongs to a department */
  hasOwner: boolean;
  /** Signals of the last 90 days */
  recentSignals: number;
};

/** What can be checked of the spectrum today. */
export type Completeness = {
  touchpoints: number;
  uncovered: readonly UncoveredTouchpoint[];
};
