"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR } from "#components/ui/field-style.ts";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { useEarlyInput } from "#components/ui/use-early-input.ts";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { TIER_FIELD } from "#lib/segments/fields.ts";
import { OPERATORS, type Operator } from "#lib/segments/types.ts";
import type { BuilderContext } from "./builder-context.ts";
import { chosenOperator, type DraftEdit } from "./draft-edits.ts";
import type { DraftCondition } from "./draft-rule.ts";
import { MatchingCount } from "./matching-counts.tsx";
import { offeredFields } from "./offered-fields.ts";
import { offeredOperators } from "./offered-operators.ts";
import { ValueFields } from "./value-fields.tsx";

export type ConditionRowProps = {
  condition: DraftCondition;
  /** "2.1": its place as it is read out */
  place: string;
  context: BuilderContext;
};

/**
 * One condition: what is asked, how it is compared, with what, and how many customers meet it. Drawn anew only where something of it
 * changes: a rule has up to 200, each with all fields to choose from.
 */
export const ConditionRow = memo(Row, isSameRow);

function isSameRow(before: ConditionRowProps, after: ConditionRowProps): boolean {
  const { condition, place } = after;
  if (before.condition !== condition || before.place !== place) return false;
  const [own, next] = [before.context, after.context];
  const isSameContext = DRAWN_FROM.every((name) => own[name] === next[name]);
  return isSameContext && own.faultsOf(condition.key) === next.faultsOf(condition.key);
}

const DRAWN_FROM = ["fields", "shown", "currency", "locale", "edit"] as const;

function Row({ condition, place, context }: ConditionRowProps) {
  const t = useTranslations("segmentation.builder");
  const { fields, edit } = context;
  const { key } = condition;
  const early = useEarlyInput<HTMLFieldSetElement>();
  const field = fields.get(condition.field);
  const faults = context.faultsOf(key);
  const isGone = condition.field !== "" && !field;
  return (
    <fieldset ref={early} data-part={key} className="min-w-0">
      <legend className="sr-only">{t("condition", { place })}</legend>
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 @min-[35rem]:grid-cols-[minmax(0,13rem)_minmax(0,9rem)_minmax(0,1fr)_4rem_auto]">
          <PlainSelect
            label={t("field", { place })}
            name=""
            isLabelHidden
            hasNone={false}
            value={condition.field}
            options={ungrouped(context, condition.field, t("choose"))}
            groups={offeredFields(context.shown, (group) => t(`fieldGroups.${group}`))}
            errors={faults.field}
            onChange={(id) => edit(chosenField(key, id, context))}
            className="@max-[35rem]:col-start-1"
          />
          <PlainSelect
            label={t("operator", { place })}
            name=""
            isLabelHidden
            hasNone={false}
            value={condition.op}
            options={offeredOperators(condition.op, field).map((value) => ({
              value,
              label: t(`operators.${operatorWord(value, field)}`),
            }))}
            errors={faults.op}
            isDisabled={condition.field === ""}
            onChange={(op) => edit(chosenOperator(condition, readOperator(op)))}
            className="@max-[35rem]:col-start-1"
          />
          <ValueFields {...{ condition, place, context }} errors={faults.value} />
          <output className="self-center text-end text-xs text-muted tabular-nums @max-[35rem]:col-start-1 @max-[35rem]:text-start">
            <MatchingCount partKey={key} locale={context.locale} />
          </output>
          <RowMenu {...{ place, edit }} partKey={key} />
        </div>
      </div>
      {isGone && <p className={FIELD_ERROR}>{t("gone", { field: condition.field })}</p>}
      {faults.other.map((message) => (
        <p key={message} className={FIELD_ERROR}>
          {message}
        </p>
      ))}
    </fieldset>
  );
}

const WORDS = {
  "=": "is",
  "!=": "isNot",
  "<": "below",
  "<=": "atMost",
  ">": "above",
  ">=": "atLeast",
  between: "between",
  in: "in",
  contains: "contains",
  known: "known",
  unknown: "unknown",
} as const satisfies Record<Operator, string>;

const DAY_WORDS = {
  ...WORDS,
  ...({ "=": "on", "<": "before", "<=": "until", ">": "after", ">=": "from" } as const),
};
/** Of tiers the first is the best, so that a lower number is more. */
const TIER_WORDS = {
  ...WORDS,
  ...({ "<": "betterThan", "<=": "atLeast", ">": "lowerThan", ">=": "atMost" } as const),
};

function operatorWord(op: Operator, field: FieldChoice | undefined) {
  if (field?.id === TIER_FIELD) return TIER_WORDS[op];
  return (field?.type === "day" ? DAY_WORDS : WORDS)[op];
}

function readOperator(text: string): Operator {
  return OPERATORS.find((each) => each === text) ?? "=";
}

/** What stands there without being offered: nothing yet, or a field that is not among those shown. */
function ungrouped({ fields, shown }: BuilderContext, chosen: string, none: string) {
  if (chosen === "") return [{ value: "", label: none }];
  if (shown.some(({ id }) => id === chosen)) return [];
  return [{ value: chosen, label: fields.get(chosen)?.label ?? chosen }];
}

/** Another field begins with the operator that one mostly asks of its kind, and without a value. */
function chosenField(key: number, id: string, { fields }: BuilderContext): DraftEdit {
  const type = fields.get(id)?.type ?? "text";
  const most = id === TIER_FIELD ? "<=" : ">=";
  const op = type === "number" || type === "day" ? most : "=";
  const to = { field: id, op, first: "", second: "", isAgo: type === "day" } as const;
  return { kind: "change", key, to };
}

type RowMenuProps = { partKey: number; place: string; edit: BuilderContext["edit"] };

const ACTIONS = ["up", "down", "copy", "wrap", "remove"] as const;

function RowMenu({ partKey, place, edit }: RowMenuProps) {
  const t = useTranslations("segmentation.builder");
  return (
    <div className="@max-[35rem]:col-start-2 @max-[35rem]:row-start-1">
      <Menu
        label={t("more", { place })}
        trigger={
          <Button variant="quiet" isIcon aria-label={t("more", { place })}>
            <Ellipsis />
          </Button>
        }
        onAction={(id) => {
          const kind = ACTIONS.find((each) => each === id);
          if (kind) edit({ kind, key: partKey });
        }}
      >
        {ACTIONS.map((each) => (
          <MenuItem key={each} id={each} textValue={t(`actions.${each}`)}>
            {t(`actions.${each}`)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
