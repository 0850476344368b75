import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";
import { adminJson } from "./admin.ts";
import { settled } from "./settled.ts";

/** What went wrong in the browser while a test ran; the test fails when something is left at its end. */
export type Problems = {
  /** Console errors that match are expected, such as the status of a page that must not be found. */
  expectConsole: (pattern: RegExp) => void;
  /** The page may go to that origin, such as an OpenID provider. */
  allowOrigin: (origin: string) => void;
};

/** A workspace of a test's own, with one person who may sign in to it. */
export type OwnWorkspace = {
  id: string;
  slug: string;
  name: string;
  email: string;
  password: string;
};

type Fixtures = { problems: Problems; ownWorkspace: OwnWorkspace };

/** Playwright's test, which also fails on a console error, an uncaught error, or a request to another host. */
export const test = base.extend<Fixtures>({
  problems: [
    async ({ context, baseURL }, use) => {
      const seen: string[] = [];
      const expected: RegExp[] = [];
      const hosts = new Set([new URL(baseURL ?? "http://127.0.0.1").host]);
      context.on("weberror", (error) => seen.push(`uncaught: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error")
          seen.push(`console: ${message.text()} (${message.location().url})`);
      });
      // A refusal by the page's policy says nothing in the console when the script expected it.
      await context.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI}`),
        ),
      );
      await context.route(
        (url) => /^(?:https?|wss?):$/.test(url.protocol) && !hosts.has(url.host),
        (route) => {
          seen.push(`request to another host: ${route.request().url()}`);
          return route.abort();
        },
      );
      await use({
        expectConsole: (pattern) => expected.push(pattern),
        allowOrigin: (origin) => hosts.add(new URL(origin).host),
      });
      const left = seen.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
      expect(left, "problems in the browser").toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern
  ownWorkspace: async ({}, use) => {
    await use(await makeWorkspace("Own workspace"));
  },
});

export { expect };

/** Make an empty workspace by the command line, with an owner who signs in with the password given back. */
export async function makeWorkspace(name: string): Promise<OwnWorkspace> {
  const email = `owner-${Math.random().toString(36).slice(2, 12)}@example.com`;
  const password = "a password for tests";
  const made = await adminJson<{ id: string; slug: string }>([
    ...["workspace", "create", "--name", name],
    ...["--owner-email", email, "--owner-name", "Olive Owner", "--password", password],
  ]);
  return { ...made, name, email, password };
}

/** Sign in by the form, as a person does. */
export async function signIn(
  page: Page,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/w\//);
}

/** Which rules of axe: all by default; what is left out has its reason where it is asked for. */
export type AxeRules = { except?: readonly string[]; only?: readonly string[] };

/** No violation of WCAG 2.2 AA nor of axe's best practices on the page as it is now. */
export async function expectNoAxeViolations(
  page: Page,
  { except = [], only }: AxeRules = {},
): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  await settled(page);
  // There is no frame of another site to look into, and only what is wrong is wanted.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const chosen = only ? axe.withRules([...only]) : axe.withTags(tags).disableRules([...except]);
  const { violations } = await chosen.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  }));
  expect(found, `axe violations on ${page.url()}`).toEqual([]);
}
