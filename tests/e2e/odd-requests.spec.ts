import { request as open } from "node:http";
import { expect, signIn, test } from "../support/browser.ts";
import { ROUTES } from "../support/routes.ts";
import { type FullWorkspace, fillIn, makeFullWorkspace } from "../support/two-workspaces.ts";

let workspace: FullWorkspace;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  // It runs the command line several times, each time a new process.
  test.setTimeout(180_000);
  workspace = await makeFullWorkspace(`odd${Date.now()}`);
});

const PATHS = ROUTES.flatMap((row) => ("path" in row ? [row] : []));
const FILES = PATHS.filter(({ file }) => /\/export\/(?:\[table\]\/)?route\.ts$/.test(file));

/** What a list that is narrowed by its address cannot be narrowed by. */
const UNREADABLE = [
  ["customers", "segment", "zz"],
  ["customers", "lastOrderFrom", "2025-02-30"],
  ["listening", "metric", "zz"],
  ["data/imports", "kind", "zz"],
  ["data/records/interactions", "from", "2025-02-30"],
  ["data/records/orders", "source", "zz"],
  ["settings/audit", "from", "2025-02-30"],
  ["settings/audit", "who", "nobody"],
  ["settings/members", "role", "boss"],
  ["value/watchlist", "case", "zz"],
] as const;

test("every file of a list is refused in a format that nobody knows", async ({ page }) => {
  await signIn(page, workspace);
  expect(FILES.length).toBeGreaterThan(20);
  for (const { path } of FILES) {
    const address = `${fillIn(path, workspace, workspace)}?format=pdf`;
    const answer = await page.request.get(address);
    expect.soft(answer.status(), address).toBe(422);
    expect.soft(answer.headers()["content-type"], address).toBe("application/problem+json");
    expect.soft(await answer.json(), address).toMatchObject({ code: "invalid_input" });
  }
});

test("every file of a list is refused for a name that it does not know", async ({ page }) => {
  await signIn(page, workspace);
  for (const { path } of FILES) {
    const address = `${fillIn(path, workspace, workspace)}?format=csv&wishes=1`;
    const answer = await page.request.get(address);
    expect.soft(answer.status(), address).toBe(422);
    expect.soft(await answer.json(), address).toMatchObject({
      detail: "This filter cannot be read: wishes=1.",
      fields: { wishes: ["No parameter of this list."] },
    });
  }
});

test("a file is narrowed by the filters of its list, and names them", async ({ page }) => {
  await signIn(page, workspace);
  const narrowed = [
    ["/w/{tenant}/evidence/export", "kind=signal", "kind-signal"],
    ["/w/{tenant}/personae/export", "search=nobody", "personae_search"],
    ["/w/{tenant}/segments/{segmentId}/members/export", "asOf=2026-01-31", "asOf-2026-01-31"],
    ["/w/{tenant}/segments/{segmentId}/members/export", "", "segment-customers_segment-"],
    ["/w/{tenant}/personae/{personaId}/stages/export", "", "persona-stages_persona-"],
    ["/w/{tenant}/value/runs/{runId}/export", "", "_run-"],
  ] as const;
  for (const [path, query, named] of narrowed) {
    const answer = await page.request.get(
      `${fillIn(path, workspace, workspace)}?format=csv&${query}`,
    );
    expect.soft(answer.status(), path).toBe(200);
    expect.soft(answer.headers()["content-disposition"], path).toContain(named);
  }
});

test("a filter that cannot be read makes no file of the whole list, and the page says so", async ({
  page,
}) => {
  await signIn(page, workspace);
  for (const [list, field, value] of UNREADABLE) {
    const query = `${field}=${value}`;
    const file = await page.request.get(`/w/${workspace.slug}/${list}/export?format=csv&${query}`);
    expect.soft(file.status(), `${list}?${query}`).toBe(422);
    expect.soft(await file.text(), list).toContain(`${field}=${value}`);
  }
  for (const list of ["settings/audit", "settings/members"]) {
    const [, field, value] = UNREADABLE.find(([each]) => each === list) ?? ["", "", ""];
    await page.goto(`/w/${workspace.slug}/${list}?${field}=${value}`);
    const chip = page.getByRole("listitem").filter({ hasText: `${field}=${value}` });
    await expect(chip).toBeVisible();
    await chip.getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/${list}$`));
    await expect(chip).toHaveCount(0);
  }
});

/** What a browser would not send. */
function trace(address: string): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = open(address, { method: "TRACE" }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        body += part;
      });
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers["content-type"] ?? "",
          body,
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("no address answers TRACE", async ({ baseURL }) => {
  const addresses = PATHS.map(({ path }) => fillIn(path, workspace, workspace));
  for (const address of ["/", "/api/v1/wishes", "/api/health/live", ...addresses]) {
    const { status, type, body } = await trace(new URL(address, baseURL).href);
    expect.soft(status, address).toBe(405);
    expect.soft(type, address).toBe("application/problem+json");
    expect.soft(JSON.parse(body), address).toMatchObject({ code: "method_not_allowed" });
  }
});

test("an address that the API does not have answers OPTIONS as every other method", async ({
  request,
}) => {
  for (const method of ["OPTIONS", "GET", "POST"]) {
    const answer = await request.fetch("/api/v1/wishes/7", { method });
    expect(answer.status(), method).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "not_found" });
  }
});
