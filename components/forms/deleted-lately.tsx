"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { BroughtBack, DeletedRecord } from "#lib/deleted/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { PendingButton } from "./pending-button.tsx";
import { useSafeAction } from "./use-safe-action.ts";

export type DeletedLatelyProps = {
  rows: readonly DeletedRecord[];
  /** What it is called with all that comes back with it */
  caption: string;
  /** What heads the names */
  heading: string;
  tenant: string;
  /** What the form calls the id of a row */
  idName: "needId" | "interviewId" | "personaId" | "claimId";
  /** Where one that is back stands, before its id: "/w/alder/needs" */
  href: string;
  formats: { locale: string; timeZone: string };
  bringBack: FormAction<BroughtBack>;
};

/** What was deleted within the last day, and the way back; once one is back, a line that leads to it, which has the focus. */
export function DeletedLately(props: DeletedLatelyProps) {
  const t = useTranslations("lists");
  const [state, submit] = useSafeAction(props.bringBack);
  const back = state?.ok ? state.data : null;
  const place = useFocusedLink(back);
  return (
    <div className="grid grid-cols-1 gap-3">
      <p ref={place} role="status" className={back ? BACK : "sr-only"}>
        {back &&
          t.rich("isBack", {
            name: back.name ?? t("withoutName"),
            link: (name) => <Link href={`${props.href}/${back.id}`}>{name}</Link>,
          })}
      </p>
      {state?.ok === false && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      {props.rows.length > 0 && (
        <Panel title={t("deletedLately")} caption={props.caption} hasPadding={false}>
          <DeletedTable {...props} submit={submit} />
        </Panel>
      )}
    </div>
  );
}

const BACK = "min-w-0 rounded-sm border border-hairline bg-canvas px-3 py-2.5 wrap-anywhere";

/** A ref for what holds a link, which gets the focus each time something is back: the button that was pressed is gone. */
function useFocusedLink(back: object | null): RefObject<HTMLParagraphElement | null> {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (back) place.current?.querySelector("a")?.focus();
  }, [back]);
  return place;
}

type DeletedTableProps = DeletedLatelyProps & { submit: (form: FormData) => void };

function DeletedTable({ rows, heading, formats, ...props }: DeletedTableProps) {
  const t = useTranslations("lists");
  const at = (instant: string) => formatInstant(instant, formats.locale, formats.timeZone);
  return (
    <Table label={t("deletedLately")}>
      <thead>
        <tr>
          <Th>{heading}</Th>
          <Th className="max-sm:hidden">{t("deletedAt")}</Th>
          <Th className="max-sm:hidden">{t("deletedUntil")}</Th>
          <Th align="end">
            <span className="sr-only">{t("bringBack")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, deletedAt, until }) => (
          <tr key={id}>
            <RowTh>
              <span className="block py-1 wrap-anywhere whitespace-normal">
                {name ?? t("withoutName")}
              </span>
              <span className="block text-2xs font-normal text-muted sm:hidden">
                {t("untilInstant", { at: at(until) })}
              </span>
            </RowTh>
            <Td className="whitespace-nowrap max-sm:hidden">{at(deletedAt)}</Td>
            <Td className="whitespace-nowrap max-sm:hidden">{at(until)}</Td>
            <Td align="end" className="whitespace-nowrap">
              <form action={props.submit} className="flex justify-end">
                <input type="hidden" name="tenant" value={props.tenant} />
                <input type="hidden" name={props.idName} value={id} />
                <PendingButton aria-label={t("bringBackNamed", { name: name ?? t("withoutName") })}>
                  {t("bringBack")}
                </PendingButton>
              </form>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
