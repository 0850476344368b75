import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { walkByTab } from "#tests/support/keyboard.ts";
import { idsOfDemo } from "#tests/support/page-paths.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const BASE = `/w/${DEMO_WORKSPACE.slug}`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

type Ids = Awaited<ReturnType<typeof idsOfDemo>>;

const PAGES: Readonly<Record<string, (ids: Ids) => readonly string[]>> = {
  needs: ({ needId, segmentId }) => [
    ...["/needs", "/needs?search=nothing+like+it", "/needs/new", `/needs/${needId}`],
    ...[`/needs/${needId}?evidence=need.${needId}&find=the`, "/needs/questions"],
    ...["/needs/landscape", `/needs/landscape?segment=${segmentId}`],
    ...["/needs/compare", `/needs/compare?segment=${segmentId}`],
  ],
  "personae and their tools": ({ personaId, interviewId }) => [
    ...["/personae", "/personae?claims=stale", "/personae/new", "/personae/spectrum"],
    ...[`/personae/print?id=${personaId}`, "/personae/compare", "/personae/interviews"],
    ...[`/personae/interviews/${interviewId}`, `/personae/interviews/${interviewId}/edit`],
    "/personae/interviews/new",
  ],
  "one persona": ({ personaId, claimId }) => [
    ...["", "/voice", "/value", "/edit", `/evidence?evidence=persona.${personaId}&find=the`].map(
      (view) => `/personae/${personaId}${view}`,
    ),
    `/personae/${personaId}/claims/${claimId}`,
  ],
};

for (const [name, pathsOf] of Object.entries(PAGES)) {
  test(`pages of ${name} have no axe violation in both themes and widths, fit, and can be walked by keyboard`, async ({
    page,
  }) => {
    test.setTimeout(400_000);
    await signIn(page, OWNER);
    for (const path of pathsOf(await idsOfDemo(page)))
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await page.goto(BASE + path);
        await expect(page.locator("main h1:visible, main h2:visible").first()).toBeVisible();
        // What is folded away is part of the page too.
        await page.locator("main details").evaluateAll(unfold);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectNoAxeViolations(page);
        }
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(isWide, `${path} at ${size.width}`).toBe(false);
        expect(await walkByTab(page), path).toBeGreaterThan(5);
      }
  });
}

/** Opens what is folded away; of what floats over the page only one is open at a time. */
function unfold(all: Element[]): void {
  const floats = ({ lastElementChild }: Element) =>
    lastElementChild !== null &&
    ["absolute", "fixed"].includes(getComputedStyle(lastElementChild).position);
  for (const each of all) if (!floats(each)) each.setAttribute("open", "");
}
