import type { APIResponse, Page } from "playwright/test";
import { expect, signIn, test } from "../support/browser.ts";
import { actionIds, postAction } from "../support/post-action.ts";
import { ROUTES, type RouteRow } from "../support/routes.ts";
import { type FullWorkspace, fillIn, makeFullWorkspace } from "../support/two-workspaces.ts";

let mine: FullWorkspace;
let theirs: FullWorkspace;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  // Each runs the command line several times, each time a new process.
  test.setTimeout(180_000);
  [mine, theirs] = await Promise.all([
    makeFullWorkspace(`mine${Date.now()}`),
    makeFullWorkspace(`theirs${Date.now()}`),
  ]);
});

function rowsOf<Kind extends RouteRow["kind"]>(kind: Kind): Extract<RouteRow, { kind: Kind }>[] {
  return ROUTES.filter((row): row is Extract<RouteRow, { kind: Kind }> => row.kind === kind);
}

/** All theirs; then my workspace with their ids, where there is an id at all. */
function foreignPaths(path: string): string[] {
  const paths = [fillIn(path, theirs, theirs), fillIn(path, mine, theirs)];
  return path.includes("Id}") ? paths : paths.slice(0, 1);
}

async function expectNothing(response: APIResponse, what: string): Promise<void> {
  const text = await response.text();
  expect.soft(response.status(), what).toBe(404);
  expect.soft(text, what).not.toContain(theirs.mark);
}

test("a member finds nothing at another workspace's addresses", async ({ page, baseURL }) => {
  await signIn(page, mine);
  const origin = baseURL ?? "";
  for (const { path, method = "GET" } of rowsOf("member")) {
    for (const address of foreignPaths(path)) {
      await expectNothing(
        await page.request.fetch(address, { method, headers: { origin }, maxRedirects: 0 }),
        `${method} ${address}`,
      );
      const headers = { origin, rsc: "1", "next-router-prefetch": "1" };
      const part = await page.request.fetch(address, { method, headers, maxRedirects: 0 });
      expect.soft(await part.text(), `prefetch of ${address}`).not.toContain(theirs.mark);
    }
  }
});

test("the same addresses answer the member who belongs there", async ({ page }) => {
  await signIn(page, theirs);
  for (const { path, method = "GET" } of rowsOf("member")) {
    const address = fillIn(path, theirs, theirs);
    const response = await page.request.fetch(address, { method, maxRedirects: 0 });
    expect.soft(response.status(), `${method} ${address}`).not.toBe(404);
  }
});

test("nobody who is not signed in gets anything", async ({ request }) => {
  for (const { path, method = "GET" } of rowsOf("member")) {
    const address = fillIn(path, theirs, theirs);
    const response = await request.fetch(address, { method, maxRedirects: 0 });
    expect.soft([302, 303, 307, 401, 403], `${method} ${address}`).toContain(response.status());
    expect.soft(await response.text(), address).not.toContain(theirs.mark);
  }
});

/** What each kind of API route answers to ids that are another workspace's. */
const STATUSES = { refused: [404], list: [200], written: [200, 201, 202] } as const;

test("an API key reaches its own workspace only", async ({ request }) => {
  const headers = { authorization: `Bearer ${mine.apiKey}` };
  for (const { path, method = "GET", answers, body } of rowsOf("api")) {
    const address = fillIn(path, theirs, theirs);
    const sent = body ? { data: body } : {};
    const response = await request.fetch(address, { method, headers, ...sent });
    const text = await response.text();
    expect.soft(text, `${method} ${address}`).not.toContain(theirs.mark);
    // Both workspaces have a customer of that number: mine is what my key finds.
    if (path.includes("{externalId}")) expect.soft(text, address).toContain(mine.mark);
    else expect.soft(STATUSES[answers], `${method} ${address}`).toContain(response.status());
  }
});

test("the API refuses a key that is missing or wrong", async ({ request }) => {
  for (const headers of [
    {},
    { authorization: "Bearer tl_0000000000000000000000000000000000000000" },
  ]) {
    for (const { path, method = "GET" } of rowsOf("api")) {
      const address = fillIn(path, theirs, theirs);
      const response = await request.fetch(address, { method, headers });
      expect.soft(response.status(), `${method} ${address}`).toBe(401);
    }
  }
});

type Post = {
  name: string;
  fields: Readonly<Record<string, string>>;
  from: FullWorkspace;
  to: FullWorkspace;
  /** Whose ids the values name; those of `to` unless told */
  ids?: FullWorkspace;
};

/** Post an action from a page of `from`, with the form's values naming `to`. */
function post(page: Page, { name, fields, from, to, ids = to }: Post): Promise<string> {
  const filled = Object.entries(fields).map(([key, value]) => [key, fillIn(value, to, ids)]);
  return postAction(page, {
    name,
    from: from.slug,
    fields: { tenant: to.slug, ...Object.fromEntries(filled) },
  });
}

test("an action posted straight to the server does nothing in another workspace", async ({
  page,
}) => {
  await signIn(page, mine);
  for (const { names, fields } of rowsOf("actions")) {
    for (const name of names) {
      for (const from of [mine, theirs]) {
        const text = await post(page, { name, fields, from, to: theirs });
        expect.soft(text, name).not.toContain(theirs.mark);
        expect.soft(text, name).not.toMatch(/"ok":\s*true/);
      }
      if (!isAboutIds(fields)) continue;
      const text = await post(page, { name, fields, from: mine, to: mine, ids: theirs });
      expect.soft(text, `${name} with their ids`).not.toContain(theirs.mark);
      expect.soft(text, `${name} with their ids`).not.toMatch(/"ok":\s*true/);
    }
  }
});

test("the same post works in one's own workspace, so the one before proves something", async ({
  page,
}) => {
  await signIn(page, mine);
  for (const row of rowsOf("actions").filter(({ isRepeatable }) => isRepeatable)) {
    for (const name of row.names) {
      const text = await post(page, { name, fields: row.fields, from: mine, to: mine });
      expect.soft(text, name).toMatch(/"ok":\s*true/);
    }
  }
});

test("an action on one's own account does nothing for nobody", async ({ page }) => {
  for (const name of rowsOf("own").flatMap(({ names }) => names)) {
    const id = actionIds().get(name);
    expect(id, `${name} is in the manifest of the build`).toBeDefined();
    const form = new FormData();
    form.append("0", '[null,"$K1"]');
    const response = await page.request.post("/sign-in", {
      headers: { "next-action": id ?? "" },
      multipart: form,
      maxRedirects: 0,
    });
    expect.soft(response.headers()["x-action-redirect"], name).toMatch(/^\/sign-in\?to=/);
    expect.soft(await response.text(), name).not.toMatch(/"ok":\s*true/);
  }
});

/** Whether the values name rows by id; an action without any may do its work in one's own workspace. */
function isAboutIds(fields: Readonly<Record<string, string>>): boolean {
  return Object.values(fields).some((value) => value.includes("Id}"));
}
