"use client";

import { Ban, ListPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, memo } from "react";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR } from "#components/ui/field-style.ts";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { cx } from "#lib/class-names.ts";
import { COMBINATIONS, type Combination } from "#lib/segments/types.ts";
import type { BuilderContext } from "./builder-context.ts";
import { ConditionRow } from "./condition-row.tsx";
import { type DraftGroup, type DraftPart, isDraftCondition } from "./draft-rule.ts";

export type GroupEditorProps = {
  group: DraftGroup;
  /** "" for the outermost; "2" for its second part */
  place: string;
  /** How deep it lies, 0 the outermost */
  depth: number;
  context: BuilderContext;
};

/** A group of conditions and groups, how it joins them, and what can be added to it; drawn anew only where something in it changes. */
export const GroupEditor = memo(Group);

function Group({ group, place, depth, context }: GroupEditorProps) {
  const t = useTranslations("segmentation.builder");
  const { combination, parts, key } = group;
  const isOuter = depth === 0;
  const faults = context.faultsOf(key);
  const joints = { and: t("and"), or: t("or"), butNot: t("butNot") };
  return (
    <fieldset data-part={key} className={cx("min-w-0", isOuter ? OUTER : INNER)}>
      <legend className="sr-only">{isOuter ? t("rule") : t("group", { place })}</legend>
      <div className="@container">
        <div className="flex flex-wrap items-center gap-2">
          <span aria-hidden="true">{t("match")}</span>
          <PlainSelect
            label={isOuter ? t("matchOuter") : t("matchGroup", { place })}
            name=""
            isLabelHidden
            hasNone={false}
            value={combination}
            options={COMBINATIONS.map((value) => ({ value, label: t(`combinations.${value}`) }))}
            onChange={(text) =>
              context.edit({ kind: "combine", key, combination: readCombination(text) })
            }
          />
          <span aria-hidden="true">{t("of")}</span>
          {isOuter ? (
            <span className={HEADING}>{t("customersMatching")}</span>
          ) : (
            <GroupButtons {...{ place, context }} partKey={key} />
          )}
        </div>
      </div>
      <div
        className={cx(
          "mt-3 grid grid-cols-1 gap-2",
          isOuter && "border-s border-hairline ps-3 sm:ps-4",
        )}
      >
        {parts.map((part, at) => (
          <Fragment key={part.key}>
            {at > 0 && <p className="text-xs text-muted">{joints[joint(combination, part)]}</p>}
            <PartEditor
              {...{ part, depth, context }}
              place={place === "" ? String(at + 1) : `${place}.${at + 1}`}
            />
          </Fragment>
        ))}
        {[...faults.other, ...faults.field, ...faults.value].map((message) => (
          <p key={message} className={FIELD_ERROR}>
            {message}
          </p>
        ))}
        <AddButtons {...{ place, context, depth }} partKey={key} />
      </div>
    </fieldset>
  );
}

const OUTER = "";
// Hidden where the conditions, which are narrower by their indent and its line, say the word themselves: below 35rem.
const HEADING =
  "ms-auto text-2xs text-muted @max-[calc(35.75rem+1px)]:hidden sm:@max-[calc(36rem+1px)]:hidden";
// Six of them one in the other still fit on a phone.
const INNER = "rounded-sm border-s-2 border-primary bg-canvas p-3 max-sm:ps-2 max-sm:pe-1";

function readCombination(text: string): Combination {
  return COMBINATIONS.find((each) => each === text) ?? "all";
}

function joint(combination: Combination, part: DraftPart) {
  if (combination !== "all") return "or";
  return !isDraftCondition(part) && part.combination === "none" ? "butNot" : "and";
}

type PartEditorProps = Omit<GroupEditorProps, "group"> & { part: DraftPart };

function PartEditor({ part, place, depth, context }: PartEditorProps) {
  if (isDraftCondition(part)) return <ConditionRow condition={part} {...{ place, context }} />;
  return <GroupEditor group={part} depth={depth + 1} {...{ place, context }} />;
}

type ButtonsProps = { partKey: number; place: string; context: BuilderContext };

function GroupButtons({ partKey, place, context }: ButtonsProps) {
  const t = useTranslations("segmentation.builder");
  const of = (kind: "up" | "down" | "unwrap" | "remove") => (
    <Button
      size="sm"
      variant="quiet"
      aria-label={t("ofGroup", { what: t(`groupActions.${kind}`), place })}
      onPress={() => context.edit({ kind, key: partKey })}
    >
      {t(`groupActions.${kind}`)}
    </Button>
  );
  return (
    <span className="ms-auto flex flex-wrap">
      {of("up")}
      {of("down")}
      {of("unwrap")}
      {of("remove")}
    </span>
  );
}

/** A rule takes six groups one in the other. */
const DEEPEST = 5;

function AddButtons({ partKey, place, context, depth }: ButtonsProps & { depth: number }) {
  const t = useTranslations("segmentation.builder");
  const name = (what: string) => (place === "" ? what : t("toGroup", { what, place }));
  const add = (what: "condition" | "group" | "exclusion") => () =>
    context.edit({ kind: "add", key: partKey, what });
  return (
    <div className="flex flex-wrap gap-1">
      <Button
        size="sm"
        variant="quiet"
        data-add={partKey}
        aria-label={name(t("addRule"))}
        onPress={add("condition")}
      >
        <Plus />
        {t("addRule")}
      </Button>
      {depth < DEEPEST && (
        <>
          <Button size="sm" variant="quiet" aria-label={name(t("addGroup"))} onPress={add("group")}>
            <ListPlus />
            {t("addGroup")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            aria-label={name(t("addExclusion"))}
            onPress={add("exclusion")}
          >
            <Ban />
            {t("addExclusion")}
          </Button>
        </>
      )}
    </div>
  );
}
