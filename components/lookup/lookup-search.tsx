"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFoundCustomers } from "#components/shell/use-found-customers.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { fieldBox } from "#components/ui/field-style.ts";
import { useEarlyInput } from "#components/ui/use-early-input.ts";
import { isSegment } from "#lib/value/types.ts";

/** A customer as the list shows it. */
export type LookupRow = {
  id: string;
  externalId: string;
  name: string | null;
  segment: string | null;
  /** One mistake away from what was asked for */
  isNear: boolean;
};

export type LookupSearchProps = {
  slug: string;
  /** What the page was asked for, and who was found */
  asked: string;
  found: readonly LookupRow[];
  /** Above a card, which needs the room: what to type is read out and not shown */
  isAboveCard?: boolean;
};

const MOST_SHOWN = 12;

/** Finds customers while one types, and says how many; without JavaScript it is a form. */
export function LookupSearch({ slug, asked, found, isAboveCard = false }: LookupSearchProps) {
  const t = useTranslations("lookup");
  const common = useTranslations("common");
  const [text, setText] = useState(asked);
  const field = useEarlyInput<HTMLInputElement>();
  const live = useFoundCustomers(slug, text === asked ? "" : text);
  const shown = text === asked ? found : live.customers;
  const settled = text === asked ? asked : live.text;
  const status = live.hasFailed ? t("failed") : settled && statusOf(t, shown, settled);
  return (
    <div className="space-y-3">
      <search>
        <Form action={`/w/${slug}/lookup`} className="relative">
          <Search className="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted" />
          <input
            ref={field}
            type="search"
            name="q"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-label={t("field")}
            placeholder={t("field")}
            autoComplete="off"
            data-shortcut="search"
            className={fieldBox("md", "ps-9")}
          />
          <button type="submit" className="sr-only">
            {common("search")}
          </button>
        </Form>
      </search>
      <p role="status" className={isAboveCard && !status ? "sr-only" : "text-xs text-muted"}>
        {status || t("hint")}
      </p>
      {shown.length > 0 && (
        <ul aria-label={t("results")} className="divide-y divide-hairline border-y border-hairline">
          {shown.map((row) => (
            <FoundRow key={row.id} row={row} href={`/w/${slug}/lookup/${row.id}`} />
          ))}
        </ul>
      )}
    </div>
  );
}

function statusOf(
  t: ReturnType<typeof useTranslations<"lookup">>,
  { length: count, 0: first }: readonly LookupRow[],
  text: string,
) {
  if (first?.isNear) return t("near", { count, text });
  return count >= MOST_SHOWN ? t("more", { count }) : t("found", { count, text });
}

/** Not fetched ahead: to open a card is told in the log. */
function FoundRow({ row, href }: { row: LookupRow; href: string }) {
  const value = useTranslations("value");
  const { name, externalId, segment } = row;
  const notes = segment && isSegment(segment) ? value(`segments.${segment}`) : null;
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="flex min-h-14 items-center gap-3 py-2 -outline-offset-2"
      >
        <Avatar name={name ?? externalId} size="lg" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name ?? externalId}</span>
          <span className="block truncate text-xs text-muted">
            {[name ? externalId : null, notes].filter(Boolean).join(" · ")}
          </span>
        </span>
      </Link>
    </li>
  );
}
