import type { Page } from "playwright/test";
import { DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { ROUTES } from "./routes.ts";

/** Where a person can look: every page of app/, with the demo's values in its address. */
export type PagePath = { path: string; isPublic: boolean };

const PAGE = /\/page\.tsx$/;
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** What stands for a part of an address that no demo row can fill. */
const UNKNOWN = "unknown";
const PATIENCE_MS = 5_000;

/** What stands in an address for a thing of the demo, by the name of the part. */
export type DemoIds = Readonly<Record<string, string>>;

// The start page and the data page only send on.
const SENDS_ON = ["app/page.tsx", "app/w/[tenant]/data/page.tsx"];

/** Every page that stands in the matrix of routes and shows something. */
export const PAGES = ROUTES.filter(
  ({ file }) => PAGE.test(file) && !file.startsWith("app/design/") && !SENDS_ON.includes(file),
).map(({ file }) => ({ file, isPublic: file.startsWith("app/(public)/") }));

/** The addresses of those pages; `page` is signed in and finds the ids of the demo. */
export async function pagePaths(page: Page): Promise<PagePath[]> {
  const ids = await idsOfDemo(page);
  return PAGES.map(({ file, isPublic }) => ({ path: pathOf(file, ids), isPublic }));
}

/** The pages of the design system: its first page, and those it links to. */
export async function designPaths(page: Page): Promise<string[]> {
  await page.goto("/design");
  const links = await page
    .locator('a[href^="/design/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  return ["/design", ...new Set(links)];
}

/** The address of a page's file. */
export function pathOf(file: string, ids: DemoIds): string {
  const parts = file
    .replace(/^app\//, "")
    .replace(/\/?page\.tsx$/, "")
    .split("/")
    .filter((part) => part !== "" && !part.startsWith("("));
  return `/${parts.map((part) => part.replace(/^\[(\w+)\]$/, (_, name: string) => ids[name] ?? UNKNOWN)).join("/")}`;
}

/** The ids of one thing of each kind; `page` is signed in to the demo. */
export async function idsOfDemo(page: Page): Promise<DemoIds> {
  const base = `/w/${DEMO_WORKSPACE.slug}`;
  const personae = `${base}/personae`;
  const personaId = await idIn(page, personae, "/personae/");
  return {
    tenant: DEMO_WORKSPACE.slug,
    kind: "interactions",
    customerId: await idIn(page, `${base}/customers`, "/customers/"),
    importId: await idIn(page, `${base}/data/imports`, "/data/imports/"),
    sourceId: await idIn(page, `${base}/data/sources`, "/data/sources/"),
    departmentId: await idIn(page, `${base}/settings/departments`, "/settings/departments/"),
    segmentId: await idIn(page, `${base}/segments`, "/segments/"),
    endpointId: await idIn(page, `${base}/settings/webhooks`, "/settings/webhooks/"),
    hookId: await idIn(page, `${base}/settings/webhooks`, "/webhooks/hooks/"),
    runId: await idIn(page, `${base}/value/runs`, "/value/runs/"),
    needId: await idIn(page, `${base}/needs`, "/needs/"),
    personaId,
    claimId: await idIn(page, `${personae}/${personaId}`, "/claims/"),
    interviewId: await idIn(page, `${personae}/interviews`, "/interviews/"),
    complaintId: await idIn(page, `${base}/data/records/complaints`, "/data/complaints/"),
    memberId: await memberIdIn(page, `${base}/settings/members`),
    ...(await pairIn(page, `${base}/customers/duplicates`)),
  };
}

/** Two customers who may be the same, as the first link of the list names them. */
async function pairIn(page: Page, list: string): Promise<DemoIds> {
  await page.goto(list);
  const links = await page
    .locator(`main a[href*="${new URL(page.url()).pathname}/"]`)
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const href = links.find((link) => ID.test(link)) ?? "";
  const [firstId = UNKNOWN, secondId = UNKNOWN] = href.split("/").slice(-2);
  return { firstId, secondId };
}

/** The id in the first link of a list that leads to one of its things. */
async function idIn(page: Page, list: string, place: string): Promise<string> {
  await page.goto(list);
  // A list that is streamed takes its place after the page has come.
  for (const endsAt = Date.now() + PATIENCE_MS; ; await page.waitForTimeout(100)) {
    const links = await page
      .locator(`main a[href*="${place}"]`)
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    const id = links
      .map((href) => ID.exec(href.slice(href.indexOf(place)))?.[0])
      .find((each) => each !== undefined);
    if (id !== undefined || Date.now() > endsAt) return id ?? UNKNOWN;
  }
}

/** Members are reached by the menu of their row. */
async function memberIdIn(page: Page, list: string): Promise<string> {
  await page.goto(list);
  await page
    .getByRole("button", { name: /^Actions for/ })
    .last()
    .click();
  const href = await page.getByRole("menuitem").first().getAttribute("href");
  return ID.exec(href ?? "")?.[0] ?? UNKNOWN;
}
