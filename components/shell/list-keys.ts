/** The places of a page that keys lead to; components mark them with `data-shortcut` and `data-list`. */

/** Bring the focus to the page's search. Says whether there is one. */
export function focusSearch(): boolean {
  return focusOn(document.querySelector<HTMLElement>('main [data-shortcut="search"]'));
}

/** Bring the focus to the first filter of the page. */
export function focusFilter(): boolean {
  return focusOn(document.querySelector<HTMLElement>('main [data-shortcut="filter"]'));
}

/** Press what makes a new thing on this page. */
export function pressCreate(): boolean {
  const create = document.querySelector<HTMLElement>('main [data-shortcut="create"]');
  create?.click();
  return create !== null;
}

/** Move the focus by one row of the page's list, from nowhere to the first. */
export function moveRow(by: 1 | -1): boolean {
  const rows = listRows();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return focusOn(rows[next] ? firstLink(rows[next]) : null);
}

/** The first link in sight: a phone has others than a wide screen. */
function firstLink(row: HTMLTableRowElement): HTMLElement | null {
  const links = [...row.querySelectorAll<HTMLElement>("a[href]")];
  return links.find((link) => link.checkVisibility()) ?? null;
}

/** Choose the row that has the focus, or let it go. */
export function toggleRow(): boolean {
  const row = listRows().find((each) => each.contains(document.activeElement));
  const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== undefined && box !== null;
}

function listRows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("main [data-list] tbody tr")];
}

function focusOn(element: HTMLElement | null): boolean {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return element !== null;
}
