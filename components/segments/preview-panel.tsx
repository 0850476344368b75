"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { PreviewedCustomer } from "#lib/segments/preview.ts";
import type { Rule } from "#lib/segments/schema.ts";

export type PreviewPanelProps = { href: string; tenant: string; rule: Rule | null };

type State = {
  of: Rule | null;
  status: "idle" | "busy" | "failed";
  found: readonly PreviewedCustomer[] | null;
};

/** A few customers whom the rule finds now. */
export function PreviewPanel({ href, tenant, rule }: PreviewPanelProps) {
  const t = useTranslations("segmentation.preview");
  const words = useTranslations("segmentation");
  const [state, setState] = useState<State>({ of: null, status: "idle", found: null });
  const isOld = state.found !== null && state.of !== rule;
  const look = async () => {
    setState({ of: rule, status: "busy", found: null });
    const found = await ask(href, rule);
    setState({ of: rule, status: found ? "idle" : "failed", found });
  };
  return (
    <Panel
      title={t("title")}
      caption={isOld ? words("ofFormerRule") : t("caption")}
      actions={
        <Button
          size="sm"
          variant="quiet"
          onPress={look}
          isDisabled={rule === null}
          isPending={state.status === "busy"}
        >
          {t("look")}
        </Button>
      }
    >
      <div role="status">
        {state.status === "failed" && <InlineError onRetry={look}>{t("failed")}</InlineError>}
        {state.found?.length === 0 && <p className="text-muted">{t("nobody")}</p>}
        {state.found && state.found.length > 0 && (
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {state.found.map(({ id, number, name }) => (
              <li key={id} className="border-b border-hairline">
                <Link
                  isPlain
                  href={`/w/${tenant}/customers/${id}`}
                  className="flex min-h-11 items-center gap-3 text-xs sm:min-h-8"
                >
                  <span className="min-w-0 flex-1 truncate">{name ?? t("hidden")}</span>
                  <span className="font-normal text-muted">{number}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

async function ask(href: string, rule: Rule | null): Promise<readonly PreviewedCustomer[] | null> {
  try {
    const response = await fetch(href, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rule }),
    });
    return response.ok ? customersIn(await response.json()) : null;
  } catch {
    // No network: it can be tried again.
    return null;
  }
}

/** Our own server's answer: the cast holds because the route answers nothing else with 200. */
function customersIn(body: unknown): readonly PreviewedCustomer[] {
  return (body as { customers: readonly PreviewedCustomer[] }).customers;
}
