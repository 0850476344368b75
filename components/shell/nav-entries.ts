/** A place of the workspace that a member may go to. `permission` is what its page asks for. */
export type NavEntry = {
  key:
    | "home"
    | "lookup"
    | "customers"
    | "segments"
    | "needs"
    | "personae"
    | "listening"
    | "value"
    | "data"
    | "settings";
  path: string;
  permission: string;
  /** Who may do this goes there from elsewhere */
  unless?: string;
  /** Stands at the foot of the side bar. */
  isAtFoot?: boolean;
  /** The section that it belongs to, and stands under */
  under?: NavEntry["key"];
};

const ENTRIES: readonly NavEntry[] = [
  { key: "home", path: "", permission: "workspace:read" },
  { key: "lookup", path: "/lookup", permission: "card:open", unless: "import:read" },
  { key: "customers", path: "/customers", permission: "customer:read" },
  { key: "segments", path: "/segments", permission: "segment:read", under: "customers" },
  { key: "needs", path: "/needs", permission: "need:read", under: "customers" },
  { key: "personae", path: "/personae", permission: "persona:read", under: "customers" },
  { key: "listening", path: "/listening", permission: "signal:read" },
  { key: "value", path: "/value", permission: "value:read" },
  { key: "data", path: "/data/imports", permission: "import:read", isAtFoot: true },
  { key: "settings", path: "/settings", permission: "workspace:read", isAtFoot: true },
];

/** The places a member with these permissions may go to: seven at most beside those at the foot. */
export function entriesFor(permissions: ReadonlySet<string>): readonly NavEntry[] {
  return ENTRIES.filter(
    ({ permission, unless }) => permissions.has(permission) && !(unless && permissions.has(unless)),
  );
}

/** The entries that stand under one of them. */
export function entriesUnder(
  entries: readonly NavEntry[],
  key: NavEntry["key"],
): readonly NavEntry[] {
  return entries.filter(({ under }) => under === key);
}

/** The bar of a phone has room for so many, "More" counted. */
const MOST_IN_BAR = 5;

/** What stands in the bar of a phone, and what behind "More" there: what stands under others, and whatever has no room. */
export function barEntries(entries: readonly NavEntry[]): {
  readonly shown: readonly NavEntry[];
  readonly more: readonly NavEntry[];
} {
  const own = entries.filter(({ under }) => !under);
  const isAll = entries.length <= MOST_IN_BAR && own.length === entries.length;
  const shown = isAll ? own : own.slice(0, MOST_IN_BAR - 1);
  return { shown, more: entries.filter((entry) => !shown.includes(entry)) };
}

/** Whether `pathname` lies in the section of `entry`; home is a section of one page. */
export function isInSection(entry: NavEntry, slug: string, pathname: string): boolean {
  const section = sectionPath(entry, slug);
  if (entry.path === "") return pathname === section;
  return pathname === section || pathname.startsWith(`${section}/`);
}

function sectionPath(entry: NavEntry, slug: string): string {
  const [, area = ""] = entry.path.split("/");
  return area ? `/w/${slug}/${area}` : `/w/${slug}`;
}
