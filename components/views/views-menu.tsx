import { Bookmark, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { DisclosurePopover } from "#components/ui/disclosure-popover.tsx";
import type { SavedView, ViewList } from "#lib/views/types.ts";
import { OwnViewRow } from "./own-view-row.tsx";
import { SaveViewForm } from "./save-view-form.tsx";
import { UpdateViewForm } from "./update-view-form.tsx";
import type { ViewActions } from "./view-actions.ts";
import { ViewLink } from "./view-link.tsx";

export type ViewsMenuProps = {
  tenant: string;
  list: ViewList;
  /** The list without a query, and what it is called then: "All customers" */
  href: string;
  allLabel: string;
  views: readonly SavedView[];
  /** The id of the view in the address, and what the address asks for beside it */
  current: { viewId: string; query: string };
  actions: ViewActions;
};

/** The saved views of a list: to open, and one's own to keep in order. Works by links and forms. */
export function ViewsMenu({ views, current, ...menu }: ViewsMenuProps) {
  const { href, allLabel, tenant, actions } = menu;
  const t = useTranslations("lists");
  const open = views.find(({ id }) => id === current.viewId);
  const isChanged = open !== undefined && open.query !== current.query;
  const name = open?.name ?? (current.query === "" ? allLabel : t("views.unsaved"));
  const own = views.filter(({ isOwn }) => isOwn);
  const others = views.filter(({ isOwn }) => !isOwn);
  return (
    <DisclosurePopover
      closesOnSubmit={false}
      triggerClassName={buttonStyle({ className: "max-w-full sm:max-w-72" })}
      trigger={
        <>
          <Bookmark aria-hidden="true" />
          <span className="sr-only">{t("views.view")}</span>
          <span className="truncate">{isChanged ? t("views.changed", { name }) : name}</span>
          <ChevronDown aria-hidden="true" className="size-3.5" />
        </>
      }
    >
      <div className="grid max-h-[70dvh] gap-1 overflow-y-auto p-2 sm:w-88">
        <ViewLink href={href} isCurrent={!open && current.query === ""}>
          {allLabel}
        </ViewLink>
        {own.length > 0 && <h2 className={GROUP}>{t("views.own")}</h2>}
        {own.map((view) => (
          <OwnViewRow
            key={view.id}
            tenant={tenant}
            view={view}
            href={hrefOf(href, view)}
            isCurrent={view === open}
            actions={actions}
          />
        ))}
        {others.length > 0 && <h2 className={GROUP}>{t("views.shared")}</h2>}
        {others.map((view) => (
          <ViewLink key={view.id} href={hrefOf(href, view)} isCurrent={view === open}>
            {view.name}
          </ViewLink>
        ))}
        <div className="mt-1 grid gap-3 border-t border-hairline p-2 pt-3">
          {open?.isOwn && isChanged && (
            <UpdateViewForm
              tenant={tenant}
              view={open}
              query={current.query}
              action={actions.update}
            />
          )}
          <SaveViewForm {...menu} query={current.query} action={actions.save} />
        </div>
      </div>
    </DisclosurePopover>
  );
}

function hrefOf(href: string, { id, query }: SavedView): string {
  return `${href}?${query ? `${query}&` : ""}view=${id}`;
}

const GROUP = "px-2 pt-2 text-2xs font-medium text-muted";
