"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, startTransition } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import type { FormAction } from "#components/people/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import { ComparisonPanel } from "./comparison-panel.tsx";
import { draftOf } from "./draft-rule.ts";
import { EditorButtons, SaveButtons } from "./editor-buttons.tsx";
import { GroupEditor } from "./group-editor.tsx";
import { JsonPanel } from "./json-panel.tsx";
import { LiveCountPanel } from "./live-count-panel.tsx";
import { MatchingCountsProvider } from "./matching-counts.tsx";
import { NameFields } from "./name-fields.tsx";
import { OverlapPanel } from "./overlap-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { RuleWordsPanel } from "./rule-words-panel.tsx";
import { SensitivePanel } from "./sensitive-panel.tsx";
import { type BuilderInput, type RuleBuilderState, useRuleBuilder } from "./use-rule-builder.ts";

export type RuleBuilderProps = BuilderInput & { action: FormAction<{ id: string }> };

/** A segment's name and rule: groups and conditions, the rule in words, and what it finds while it is written. */
export function RuleBuilder(props: RuleBuilderProps) {
  return (
    <div className="@container/page">
      <BuilderForm {...props} />
    </div>
  );
}

function BuilderForm({ action, ...input }: RuleBuilderProps) {
  const { tenant, stored } = input;
  const [state, submit, isPending] = useSafeAction(action);
  const refusal = state?.ok === false ? state : null;
  const form = useFirstBadField(state);
  const builder = useRuleBuilder(input, refusal !== null);
  const { editor, view, context } = builder;
  const t = useTranslations("segmentation.builder");
  return (
    <form ref={form} action={submit} onSubmit={sendKept(submit)} className={COLUMNS}>
      <input type="hidden" name="tenant" value={tenant} />
      {stored && <input type="hidden" name="segmentId" value={stored.id} />}
      {stored && <input type="hidden" name="version" value={stored.version} />}
      <div className="grid min-w-0 grid-cols-1 gap-4">
        {refusal && (
          <Notice tone={refusal.code === "stale" ? "warn" : "bad"} isAlert>
            {refusal.message}
          </Notice>
        )}
        <NameFields {...{ stored, refusal }} />
        <RuleWordsPanel
          rule={view.rule}
          estimate={builder.estimate}
          answer={builder.answer}
          isCounting={builder.live.status === "busy"}
          context={context}
        />
        <Panel title={t("rule")} actions={<EditorButtons editor={editor} />}>
          <NoScript />
          <MatchingCountsProvider value={builder.matching}>
            <GroupEditor group={editor.draft} place="" depth={0} context={context} />
          </MatchingCountsProvider>
        </Panel>
        <JsonPanel
          text={builder.text}
          sent={refusal?.values?.["rule"]}
          errors={refusal?.fields?.["rule"]}
          onRule={(rule) => editor.edit({ kind: "replace", root: draftOf(rule, context.fields) })}
        />
        <SaveButtons
          isPending={isPending}
          isNew={stored === null}
          backHref={`/w/${tenant}/segments${stored ? `/${stored.id}` : ""}`}
        />
        <Findings {...{ builder, input }} />
      </div>
      <Aside {...{ builder, input }}>
        <SensitivePanel {...{ builder, stored, refusal }} />
      </Aside>
    </form>
  );
}

/** React empties a form whose action it sends itself, and with it the choices of the rule: what is written here stays. */
function sendKept(submit: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
}

// By the width there is for them, so that they stand below each other where text is large.
const COLUMNS = "grid grid-cols-1 items-start gap-4 @2xl/page:grid-cols-[minmax(0,1fr)_19rem]";

/** Without scripts the rule is written as JSON. */
function NoScript() {
  const t = useTranslations("segmentation.builder");
  return (
    <noscript>
      <p className="mb-3">{t("noScript")}</p>
    </noscript>
  );
}

type PartProps = { builder: RuleBuilderState; input: BuilderInput };

function Findings({ builder, input }: PartProps) {
  const { beside, isBesideOld, view } = builder;
  const base = `/w/${input.tenant}/segments`;
  return (
    <>
      <PreviewPanel href={`${base}/preview`} tenant={input.tenant} rule={view.rule} />
      {beside && (
        <ComparisonPanel
          measures={beside.comparison}
          customers={beside.customers}
          isOld={isBesideOld}
          formats={{ currency: beside.currency, locale: input.locale }}
        />
      )}
    </>
  );
}

function Aside({ builder, input, children }: PartProps & { children: ReactNode }) {
  const { live, estimate, beside, isBesideOld, countAgain } = builder;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4 @2xl/page:sticky @2xl/page:top-4">
      <LiveCountPanel
        {...{ estimate }}
        state={live}
        shareOfClv={live.status === "done" ? (beside?.shareOfClv ?? null) : null}
        locale={input.locale}
        onRetry={countAgain}
      />
      {children}
      {beside && (
        <OverlapPanel
          overlaps={beside.overlaps.filter(({ id }) => id !== input.stored?.id)}
          customers={beside.customers}
          isOld={isBesideOld}
          href={`/w/${input.tenant}/segments`}
          locale={input.locale}
        />
      )}
    </div>
  );
}
