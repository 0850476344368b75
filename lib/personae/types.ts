import type { EvidenceCount } from "#lib/evidence/types.ts";
import type { SegmentNumbers } from "#lib/segments/types.ts";

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The texts of a persona, in the order they are shown. */
export const PERSONA_TEXTS = [
  ...(["quote", "goals", "frustrations", "emotionalNeeds"] as const),
  ...(["promise", "channels", "frontlineTip"] as const),
] as const;
export type PersonaText = (typeof PERSONA_TEXTS)[number];
export type PersonaTexts = Readonly<Record<PersonaText, string | null>>;

/** The most characters of each: a card of a quarter of A4 holds them all. */
export const LONGEST_TEXT: Readonly<Record<PersonaText, number>> = {
  quote: 200,
  goals: 300,
  frustrations: 300,
  emotionalNeeds: 200,
  promise: 200,
  channels: 200,
  frontlineTip: 200,
};

/** What can be checked of a claim on a day. Days YYYY-MM-DD. */
export type ClaimFacts = {
  expiresOn: string;
  reviewedOn: string | null;
  lastSupportOn: string | null;
};

/** Something said of a persona, and what it stands on. */
export type Claim = ClaimFacts & {
  id: string;
  statement: string;
  confidence: Confidence;
  version: number;
  createdOn: string;
  evidence: EvidenceCount;
  isStale: boolean;
};

/** What a persona lives through at a stage; emotions from −2 to 2. */
export type PersonaStage = {
  stageId: string;
  name: string;
  line: string | null;
  actual: number | null;
  desired: number | null;
};

export type Named = { id: string; name: string };

/** How claims are backed: how many have three sources or more, one or two, none; and how many are stale. */
export type EvidenceRatio = {
  claims: number;
  many: number;
  few: number;
  none: number;
  stale: number;
};

/** A card of the board. */
export type PersonaCard = PersonaTexts & {
  id: string;
  name: string;
  segment: Named;
  ratio: EvidenceRatio;
  numbers: SegmentNumbers | null;
  /** Whether the reader answers for it */
  isMine: boolean;
};

/** Stale claims, and of how many personae they are. */
export type StaleCount = { claims: number; personae: number };

/** What those who talk to a customer should know of people like them, and of which persona it is. */
export type FrontlineTip = { personaId: string; persona: string; segment: string; tip: string };

/** The quote's own source; null for one without. */
export type QuoteSource = { kind: string; datedOn: string; path: string | null; alike: number };

/** One persona in full. */
export type PersonaDetail = PersonaCard & {
  responsible: Named | null;
  version: number;
  isArchived: boolean;
  updatedAt: string;
  claims: readonly Claim[];
  stages: readonly PersonaStage[];
  quoteSource: QuoteSource | null;
  /** Pieces of evidence of the persona and its claims */
  evidenceCount: number;
};

/** Why a persona cannot be trusted yet, and what to do about it. */
export type ResearchStep =
  | { kind: "no_claims" }
  | { kind: "unbacked"; statement: string }
  | { kind: "contradicted"; statement: string }
  | { kind: "stale"; statement: string };
