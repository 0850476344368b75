"use client";

import { Trash2, UserRound, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useRef } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineEdit } from "#components/ui/inline-edit.tsx";
import { notify } from "#components/ui/notify.tsx";
import type { GoneView, SavedView } from "#lib/views/types.ts";
import { formOf, type ViewActions } from "./view-actions.ts";
import { ViewLink } from "./view-link.tsx";

export type OwnViewRowProps = {
  tenant: string;
  view: SavedView;
  href: string;
  isCurrent: boolean;
  actions: ViewActions;
};

/** A view of one's own: open it, rename it where it stands, share it, delete it. */
export function OwnViewRow({ tenant, view, href, isCurrent, actions }: OwnViewRowProps) {
  const t = useTranslations("lists");
  const rename = async (name: string, was: string) => {
    const result = await actions.rename(null, formOf({ tenant, viewId: view.id, name, was }));
    if (result.ok) return { ok: true } as const;
    const message = result.fields?.["name"]?.join(" ") ?? result.message;
    return { ok: false, message, conflict: result.conflict } as const;
  };
  return (
    <InlineEdit
      label={t("views.name")}
      value={view.name}
      save={rename}
      maxLength={80}
      end={
        <>
          <ShareButton tenant={tenant} view={view} action={actions.share} />
          <DeleteButton tenant={tenant} view={view} actions={actions} />
        </>
      }
    >
      {(name) => (
        <ViewLink href={href} isCurrent={isCurrent}>
          {name}
        </ViewLink>
      )}
    </InlineEdit>
  );
}

type ShareButtonProps = Pick<OwnViewRowProps, "tenant" | "view"> & { action: ViewActions["share"] };

function ShareButton({ tenant, view, action }: ShareButtonProps) {
  const t = useTranslations("lists");
  const share: ViewActions["share"] = async (previous, form) => {
    const result = await action(previous, form);
    if (!result.ok) notify({ tone: "bad", message: result.message });
    return result;
  };
  const [, submit, isPending] = useSafeAction(share);
  const { id, name, isShared } = view;
  return (
    <form action={submit} className="contents">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="viewId" value={id} />
      {!isShared && <input type="hidden" name="isShared" value="on" />}
      <Button
        type="submit"
        variant="quiet"
        size="sm"
        isIcon
        isPending={isPending}
        aria-label={t(isShared ? "views.unshare" : "views.share", { name })}
      >
        {isShared ? <UsersRound className="text-primary" /> : <UserRound />}
      </Button>
    </form>
  );
}

type DeleteButtonProps = Pick<OwnViewRowProps, "tenant" | "view" | "actions">;

function DeleteButton({ tenant, view, actions }: DeleteButtonProps) {
  const t = useTranslations("lists");
  const place = useRef<HTMLFormElement>(null);
  const undo = ({ isShared, ...gone }: GoneView) =>
    startTransition(async () => {
      const back = formOf({ tenant, ...gone, ...(isShared ? { isShared: "on" } : {}) });
      const result = await actions.save(null, back);
      if (!result.ok) notify({ tone: "bad", message: result.message });
    });
  const remove: ViewActions["remove"] = async (previous, form) => {
    const result = await actions.remove(previous, form);
    // The row goes, and with it the button that has the focus.
    place.current?.closest("details")?.querySelector("summary")?.focus();
    notify(
      result.ok
        ? {
            tone: "good",
            message: t("views.deleted", { name: result.data.name }),
            action: { label: t("undo"), onAction: () => undo(result.data) },
          }
        : { tone: "bad", message: result.message },
    );
    return result;
  };
  const [, submit, isPending] = useSafeAction(remove);
  return (
    <form ref={place} action={submit} className="contents">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="viewId" value={view.id} />
      <Button
        type="submit"
        variant="quiet"
        size="sm"
        isIcon
        isPending={isPending}
        aria-label={t("views.delete", { name: view.name })}
      >
        <Trash2 />
      </Button>
    </form>
  );
}
