import { RATE_UNITS, type RateUnit } from "#lib/activity-rates/types.ts";
import { INTERACTION_KINDS, type InteractionKind } from "#lib/interactions/types.ts";
import { AUDIENCES, type Audience, METRICS, type Metric } from "#lib/signals/types.ts";
import { PERIODS, type Period } from "#lib/subscriptions/types.ts";
import { WIN_LOSS_OUTCOMES, type WinLossOutcome } from "#lib/win-loss/types.ts";
import { readRateUnit } from "./parse-activity-rate.ts";
import { readInteractionKind } from "./parse-interaction.ts";
import { readAudience, readMetric } from "./parse-signals.ts";
import { readPeriod } from "./parse-subscription.ts";
import { readOutcome } from "./parse-win-loss.ts";
import { CONSENT_WORDS, readConsent } from "./read-consent.ts";
import { parseYesNo } from "./read-word.ts";
import type { ImportField } from "./types.ts";

const YES_AND_NO = ["yes", "no"] as const;

/** A word of a field that knows only a few. */
export type ClosedWord =
  | (typeof CONSENT_WORDS)[number]
  | (typeof YES_AND_NO)[number]
  | Audience
  | InteractionKind
  | Metric
  | Period
  | RateUnit
  | WinLossOutcome;

/** A field that knows a few words only. */
export type ClosedList = {
  words: readonly ClosedWord[];
  /** Whether a cell says one of them, in whatever spelling */
  isKnown: (cell: string) => boolean;
};

const YES_OR_NO: ClosedList = {
  words: YES_AND_NO,
  isKnown: (cell) => "value" in parseYesNo(cell),
};
const CONSENT: ClosedList = {
  words: CONSENT_WORDS,
  isKnown: (cell) => readConsent(cell) !== null,
};

const CLOSED_LISTS: Partial<Record<ImportField, ClosedList>> = {
  consentService: CONSENT,
  consentFeedback: CONSENT,
  consentMarketing: CONSENT,
  period: { words: PERIODS, isKnown: (cell) => "value" in readPeriod(cell) },
  audience: { words: AUDIENCES, isKnown: (cell) => "value" in readAudience(cell) },
  metric: { words: METRICS, isKnown: (cell) => "value" in readMetric(cell) },
  higherIsBetter: YES_OR_NO,
  interactionKind: {
    words: INTERACTION_KINDS,
    isKnown: (cell) => "value" in readInteractionKind(cell),
  },
  isTimely: YES_OR_NO,
  isDisputed: YES_OR_NO,
  dealOutcome: { words: WIN_LOSS_OUTCOMES, isKnown: (cell) => "value" in readOutcome(cell) },
  unit: { words: RATE_UNITS, isKnown: (cell) => "value" in readRateUnit(cell) },
};

/** The words of a field that knows only a few; null where a cell may say anything. */
export function closedListOf(field: ImportField): ClosedList | null {
  return CLOSED_LISTS[field] ?? null;
}
