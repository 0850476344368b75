"use client";

import { useDeferredValue, useMemo, useState } from "react";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import type { BesideAnswer, EstimateAnswer, LiveAnswer } from "#lib/segments/live-answer.ts";
import type { Rule } from "#lib/segments/schema.ts";
import type { BuilderContext } from "./builder-context.ts";
import { draftOf, EMPTY_DRAFT } from "./draft-rule.ts";
import type { MatchingCounts } from "./matching-counts.tsx";
import {
  countsByKey,
  countsByText,
  faultsOf,
  type RuleParts,
  type RuleView,
  ruleText,
  sensitiveIn,
  viewRule,
} from "./rule-view.ts";
import { useFocusedEdit } from "./use-focused-edit.ts";
import { answerIn, type LiveState, useLiveAnswer } from "./use-live-answer.ts";
import { type RuleEditor, useRuleEditor } from "./use-rule-editor.ts";

/** The segment as it is stored, as much as its form changes. */
export type StoredFields = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly note: string | null;
  readonly purpose: string | null;
  readonly lawfulBasis: string | null;
  readonly rule: Rule | null;
};

export type BuilderInput = {
  readonly tenant: string;
  /** null for a new segment */
  readonly stored: StoredFields | null;
  /** All that this member may ask */
  readonly fields: readonly FieldChoice[];
  readonly currency: string;
  readonly locale: string;
};

export type RuleBuilderState = {
  readonly editor: RuleEditor;
  /** All of the rule, as it is sent */
  readonly text: string;
  /** What it comes to; while one types, what it came to a moment before */
  readonly view: RuleView;
  /** What it is counted to be; busy also while it is estimated */
  readonly live: LiveState<LiveAnswer>;
  /** What is expected of a rule that is not counted yet; null where nothing is */
  readonly estimate: EstimateAnswer;
  /** What was counted last; null before */
  readonly answer: LiveAnswer | null;
  /** What was told last of its customers beside others; null before */
  readonly beside: BesideAnswer | null;
  /** Whether that is of the rule before its last change */
  readonly isBesideOld: boolean;
  readonly countAgain: () => void;
  readonly context: BuilderContext;
  readonly matching: MatchingCounts;
  /** The sensitive fields that the rule asks, and whether such are offered */
  readonly sensitive: readonly FieldChoice[];
  readonly hasSensitive: boolean;
  readonly isAllowed: boolean;
  readonly allow: (isAllowed: boolean) => void;
};

/** All that the builder keeps of a rule that is written. @param isAsked Whether it was to be saved: what is missing is then a fault */
export function useRuleBuilder(input: BuilderInput, isAsked: boolean): RuleBuilderState {
  const { tenant, stored, fields: choices, currency, locale } = input;
  const fields = useMemo(() => new Map(choices.map((choice) => [choice.id, choice])), [choices]);
  const editor = useRuleEditor(() => (stored?.rule ? draftOf(stored.rule, fields) : EMPTY_DRAFT));
  const { draft } = editor;
  const sensitive = sensitiveIn(draft, fields);
  const [isChosen, allow] = useState(false);
  const isAllowed = isChosen || sensitive.length > 0;
  const [again, setAgain] = useState(0);
  // A rule of 200 conditions takes longer to read than a key to be typed.
  const settled = useDeferredValue(draft);
  const view = useMemo(() => viewRule(settled, fields, isAsked), [settled, fields, isAsked]);
  const askedText = useMemo(() => view.rule && JSON.stringify(view.rule), [view]);
  const { live, estimate, beside } = useLiveCount(tenant, askedText, again);
  const answer = answerIn(live);
  const edit = useFocusedEdit(editor);
  const { faults, ruleParts } = view;
  const shown = useMemo(
    () => choices.filter(({ isSensitive }) => isAllowed || !isSensitive),
    [choices, isAllowed],
  );
  return {
    beside: answerIn(beside),
    isBesideOld: !isOver(beside, askedText),
    text: useMemo(() => ruleText(draft, fields), [draft, fields]),
    ...{ editor, view, live, estimate, answer, sensitive, isAllowed, allow },
    countAgain: () => setAgain(again + 1),
    hasSensitive: choices.some(({ isSensitive }) => isSensitive),
    context: useMemo(
      () => ({ ...{ fields, shown, currency, locale, edit }, faultsOf: faultsOf({ faults }) }),
      [fields, shown, currency, locale, edit, faults],
    ),
    matching: useMatching({
      answer: estimate ?? (isOver(live, askedText) ? answer : null),
      isEstimate: estimate !== null,
      isUncountable: askedText === null || live.status === "failed",
      ruleParts,
    }),
  };
}

type Matching = {
  /** Of the rule as it stands; null until it comes */
  readonly answer: Pick<LiveAnswer, "counts"> | null;
  readonly isEstimate: boolean;
  /** Whether no answer comes: the rule has a fault, or could not be counted */
  readonly isUncountable: boolean;
  readonly ruleParts: RuleParts;
};

type Counted = { readonly byText: ReadonlyMap<string, number>; readonly isEstimate: boolean };

const NOTHING_COUNTED: Counted = { byText: new Map(), isEstimate: false };

/** The counts of the parts of a rule; until it is counted, those that were told last of parts that ask the same. */
function useMatching(matching: Matching): MatchingCounts {
  const { answer, isEstimate, isUncountable, ruleParts } = matching;
  const [last, setLast] = useState<Counted>(NOTHING_COUNTED);
  const counts = answer?.counts;
  const now = useMemo(
    () => counts && { byText: countsByText(counts, ruleParts), isEstimate },
    [counts, ruleParts, isEstimate],
  );
  if (now && now !== last) setLast(now);
  const told = now ?? (isUncountable ? NOTHING_COUNTED : last);
  return useMemo(
    () => ({ counts: countsByKey(told.byText, ruleParts), isEstimate: told.isEstimate }),
    [told, ruleParts],
  );
}

/** What a rule finds: first an estimate where there are many customers, then the count, then what stands beside it. */
function useLiveCount(tenant: string, ruleText: string | null, again: number) {
  const base = `/w/${tenant}/segments`;
  const estimated = useLiveAnswer<EstimateAnswer>({
    ...{ href: `${base}/estimate`, ruleText, again, isWaiting: false },
  });
  const isEstimated = isOver(estimated, ruleText);
  const counted = useLiveAnswer<LiveAnswer>({
    ...{ href: `${base}/count`, ruleText, again: again + 1, isWaiting: !isEstimated },
  });
  const isCounted = isOver(counted, ruleText);
  const beside = useLiveAnswer<BesideAnswer>({
    href: `${base}/beside`,
    ...{ ruleText, again: 1, isWaiting: !(isCounted && counted.status === "done") },
  });
  return {
    live: estimated.status === "busy" ? asBusy(counted, estimated.of) : counted,
    estimate: isEstimated && !isCounted ? answerIn(estimated) : null,
    beside,
  };
}

function isOver<Answer>(state: LiveState<Answer>, ruleText: string | null): boolean {
  return (state.status === "done" || state.status === "failed") && state.of === ruleText;
}

function asBusy<Answer>(state: LiveState<Answer>, of: string): LiveState<Answer> {
  return { status: "busy", answer: answerIn(state), of };
}
