import type { Page } from "playwright/test";
import {
  type Permission,
  permissionsOfScopes,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
  SCOPES,
} from "#lib/auth/permissions.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { postAction } from "#tests/support/post-action.ts";
import { makeRoleWorkspace, type RoleWorkspace } from "#tests/support/role-workspace.ts";
import { ROUTES, type RouteRow } from "#tests/support/routes.ts";
import { fillIn } from "#tests/support/two-workspaces.ts";

let workspace: RoleWorkspace;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  // It runs the command line several times, each time a new process.
  test.setTimeout(180_000);
  workspace = await makeRoleWorkspace(`roles${Date.now()}`);
});

function rowsOf<Kind extends RouteRow["kind"]>(kind: Kind): Extract<RouteRow, { kind: Kind }>[] {
  return ROUTES.filter((row): row is Extract<RouteRow, { kind: Kind }> => row.kind === kind);
}

/** The heading of the page that stands in place of one's role does not open. */
const REFUSED_PAGE = /<h1[^>]*>Your role does not show this<\/h1>/;

const mayOf = (role: Role, permission: Permission) => ROLE_PERMISSIONS[role].includes(permission);

async function isRefused(page: Page, row: Extract<RouteRow, { kind: "member" }>) {
  const { path, method = "GET" } = row;
  const response = await page.request.fetch(fillIn(path, workspace), {
    method,
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  return response.status() === 403 || REFUSED_PAGE.test(await response.text());
}

for (const role of ROLES) {
  test(`${role} opens and does what the table says, and nothing else`, async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page, { email: workspace.addresses[role], password: workspace.password });
    for (const row of rowsOf("member")) {
      const isAllowed = row.permission === null || mayOf(role, row.permission);
      expect.soft(await isRefused(page, row), row.file).toBe(!isAllowed);
    }
    for (const { names, permission } of rowsOf("actions")) {
      for (const name of names) {
        // Without any field: whoever may is told what is missing, who may not is told only that.
        const fields = { tenant: workspace.slug };
        const text = await postAction(page, { name, from: workspace.slug, fields });
        expect
          .soft(/"code":"forbidden"/.test(text), `${name}: ${text.slice(0, 200)}`)
          .toBe(!mayOf(role, permission));
      }
    }
  });

  test(`${role} sees names and addresses of customers as the table says`, async ({ page }) => {
    await signIn(page, { email: workspace.addresses[role], password: workspace.password });
    const { slug, mark, customerId, customersImportId } = workspace;
    const places: [path: string, permission: Permission, secret: string][] = [
      ["customers", "customer:read", `Person ${mark}`],
      [`customers/${customerId}`, "customer:read", `person-${mark}@example.com`],
      ["customers/export", "customer:export", `Person ${mark}`],
      [`data/imports/${customersImportId}`, "import:read", `no address ${mark}`],
      [`data/imports/${customersImportId}/rejects.csv`, "import:read", `no address ${mark}`],
    ];
    for (const [path, permission, secret] of places) {
      const text = await (await page.request.get(`/w/${slug}/${path}`)).text();
      const isShown = mayOf(role, permission) && mayOf(role, "customer:personal");
      expect.soft(text.includes(secret), `${secret} on ${path}`).toBe(isShown);
    }
  });
}

for (const scope of SCOPES) {
  test(`an API key for ${scope} reaches what the table says, personal data included`, async ({
    request,
  }) => {
    const may = permissionsOfScopes([scope]);
    const headers = { authorization: `Bearer ${workspace.keys.get(scope)}` };
    for (const { path, method = "GET", permission, asks, file } of rowsOf("api")) {
      const response = await request.fetch(fillIn(path, workspace), { method, headers });
      const isAllowed = may.has(permission) && (asks === undefined || may.has(asks));
      expect.soft(response.status() === 403, file).toBe(!isAllowed);
      const isNamed = (await response.text()).includes(`person-${workspace.mark}@example.com`);
      if (/customers(?:\/[^/]*)?$/.test(path) && method === "GET")
        expect.soft(isNamed, file).toBe(may.has(permission) && may.has("customer:personal"));
    }
  });
}
