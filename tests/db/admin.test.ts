import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { resetPassword } from "#lib/accounts/index.ts";
import { verifyPassword } from "#lib/auth/password.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, findWorkspace, resolveApiKey } from "#lib/db/directory.ts";
import { IMPORT_KINDS } from "#lib/imports/types.ts";
import { admin, adminJson } from "#tests/support/admin.ts";
import { startMailServer } from "#tests/support/mail-server.ts";

let count = 0;
function newSlug(): string {
  count += 1;
  return `admin-${process.pid}-${count}`;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Made = { id: string; slug: string; owner: { id: string; email: string; password?: string } };

function createWorkspace(slug: string, ...more: string[]): Promise<Made> {
  return adminJson<Made>([
    ...["workspace", "create", "--name", "Alder & Finch", "--slug", slug],
    ...["--owner-email", `Owner@${slug}.example`, ...more],
  ]);
}

describe("the command line", () => {
  it("makes a workspace whose owner can sign in with the password it prints once", async () => {
    const slug = newSlug();
    const made = await createWorkspace(slug, "--currency", "usd", "--time-zone", "Europe/Berlin");
    expect(made).toMatchObject({ slug, owner: { email: `owner@${slug}.example` } });
    expect(await findWorkspace(slug)).toMatchObject({
      id: made.id,
      name: "Alder & Finch",
      currency: "USD",
      timeZone: "Europe/Berlin",
    });
    const credentials = await findCredentials(made.owner.email);
    expect(await verifyPassword(credentials?.passwordHash ?? null, made.owner.password ?? "")).toBe(
      true,
    );
  });

  it("keeps the password that is given, and does not print it", async () => {
    const made = await createWorkspace(newSlug(), "--password", "correct horse");
    expect(made.owner.password).toBeUndefined();
    const credentials = await findCredentials(made.owner.email);
    expect(await verifyPassword(credentials?.passwordHash ?? null, "correct horse")).toBe(true);
  });

  it("makes a slug from the name, with a number when it is taken", async () => {
    const create = () =>
      adminJson<Made>([
        "workspace",
        "create",
        "--name",
        `Größe ${process.pid}`,
        "--owner-email",
        "a@b.example",
      ]);
    expect((await create()).slug).toBe(`gro-e-${process.pid}`);
    expect((await create()).slug).toBe(`gro-e-${process.pid}-2`);
  });

  it("refuses a slug that is taken: exit 1, a sentence on the error output, nothing on the other", async () => {
    const slug = newSlug();
    await createWorkspace(slug);
    const again = await admin([
      "workspace",
      "create",
      "--name",
      "X",
      "--slug",
      slug,
      "--owner-email",
      "x@y.example",
      "--json",
    ]);
    expect(again).toEqual({
      code: 1,
      stdout: "",
      stderr: `There is a workspace "${slug}" already: choose another slug.\n`,
    });
  });

  it("adds a member with departments, once", async () => {
    const slug = newSlug();
    await createWorkspace(slug);
    const argv = [
      "member",
      "add",
      "--workspace",
      slug,
      "--email",
      `bo@${slug}.example`,
      "--name",
      "Bo",
      "--role",
      "frontline",
    ];
    const member = await adminJson([...argv, "--department", "Service", "--department", "Sales"]);
    expect(member).toMatchObject({
      email: `bo@${slug}.example`,
      role: "frontline",
      departments: ["Service", "Sales"],
    });
    expect(await admin(argv)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is a member of"),
    });
  });

  it("places departments in a tree, again without harm, and never in a circle", async () => {
    const slug = newSlug();
    await createWorkspace(slug);
    const place = (...more: string[]) =>
      admin(["department", "place", "--workspace", slug, ...more, "--json"]);
    expect(await place("--name", "Shop", "--under", "Sales")).toMatchObject({ code: 0 });
    const again = await place("--name", "Shop", "--under", "Sales");
    expect(JSON.parse(again.stdout)).toMatchObject({ name: "Shop", isNew: false });
    expect(await place("--name", "Sales", "--under", "Shop")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("under itself"),
    });
    expect(await place("--name", "Sales", "--head", "nobody@example.com")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no active member"),
    });
  });

  it("vouches for the addresses it is given", async () => {
    const { owner } = await createWorkspace(newSlug());
    expect(await findCredentials(owner.email)).toMatchObject({ isEmailVerified: true });
  });

  it("makes a link for a new password, good once, and none for a stranger", async () => {
    const { owner } = await createWorkspace(newSlug(), "--password", "correct horse");
    const argv = ["member", "reset-link", "--email", owner.email.toUpperCase()];
    const { link, email } = await adminJson<{ link: string; email: string }>(argv);
    expect(email).toBe(owner.email);
    const [, token = ""] =
      link.match(/^http:\/\/127\.0\.0\.1:3000\/reset-password\/([\w-]{43})$/) ?? [];
    const use = () =>
      withAccounts((tx) => resetPassword(tx, { token, password: "correct horse battery" }));
    await use();
    await expect(use()).rejects.toMatchObject({ code: "not_found" });
    expect(await admin(["member", "reset-link", "--email", "nobody@example.com"])).toMatchObject({
      code: 1,
      stderr: "Nobody has an account with nobody@example.com.\n",
    });
  });

  it("makes an API key that resolves to its workspace and scopes", async () => {
    const slug = newSlug();
    const { id } = await createWorkspace(slug);
    const argv = [
      "api-key",
      "create",
      "--workspace",
      slug,
      "--name",
      "ci",
      "--scope",
      "imports:write",
      "--scope",
      "customers:read",
    ];
    const made = await adminJson<{ key: string; prefix: string; scopes: string[] }>(argv);
    expect(made.key).toMatch(/^tl_[0-9A-Za-z]{40}$/);
    expect(made.key.startsWith(made.prefix)).toBe(true);
    expect(await resolveApiKey(sha256(made.key))).toMatchObject({
      workspace: { id },
      scopes: ["imports:write", "customers:read"],
    });
  });

  it.each([
    [
      ["member", "add", "--workspace", "nowhere", "--email", "a@b.example", "--role", "owner"],
      1,
      'There is no workspace "nowhere".',
    ],
    [
      ["member", "add", "--workspace", "nowhere", "--email", "a@b.example", "--role", "boss"],
      2,
      "--role: Use one of owner",
    ],
    [
      ["member", "add", "--workspace", "nowhere", "--email", "no address", "--role", "owner"],
      2,
      "--email: This is not an e-mail address.",
    ],
    [["workspace", "create", "--name", "X"], 2, "workspace create needs --owner-email."],
    [["workspace", "destroy"], 2, 'There is no command "workspace destroy"'],
    [["workspace", "create", "--colour", "red"], 2, "Unknown option '--colour'"],
    [
      ["api-key", "create", "--workspace", "x", "--name", "n", "--scope", "root"],
      2,
      "--scope: Use one of all",
    ],
    [
      ["import", "--workspace", "x", "--kind", "orders", "--file", "/no/such.csv"],
      2,
      "--file: There is no such file.",
    ],
  ])("answers %j with exit %i", async (argv, code, sentence) => {
    const result = await admin([...argv, "--json"]);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(sentence);
  });

  it("finds everything in order but a worker that never ran", async () => {
    const { code, stdout } = await admin(["doctor", "--json"]);
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { name: string; status: string }[];
    };
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(checks.filter(({ status }) => status === "fail").map(({ name }) => name)).toEqual([
      "worker",
    ]);
  });

  it("says in a sentence what is missing or wrong in the environment", async () => {
    const missing = await admin(
      ["member", "add", "--workspace", "x", "--email", "a@b.example", "--role", "owner"],
      { DATABASE_OWNER_URL: "" },
    );
    expect(missing).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^DATABASE_OWNER_URL is missing: .+\n$/),
    });
    const same = await admin(["doctor"], { DATABASE_URL: process.env["DATABASE_OWNER_URL"] ?? "" });
    expect(same.stdout).toContain("one role for everything is refused");
  });
});

describe("mail from the command line", () => {
  it("arrives, and doctor sees that the server answers", async () => {
    const server = await startMailServer();
    const values = { SMTP_URL: server.url, MAIL_FROM: "Throughline <cx@throughline.example>" };
    try {
      const sent = await admin(["mail", "test", "--to", "Ops@Example.com", "--json"], values);
      expect(sent).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(sent.stdout)).toMatchObject({ to: "ops@example.com" });
      expect(server.received).toMatchObject([
        { to: "ops@example.com", subject: "Mail from Throughline arrives" },
      ]);
      expect((await admin(["doctor"], values)).stdout).toMatch(/pass {2}mail .+ answers\./);
    } finally {
      await server.stop();
    }
    const away = await admin(["doctor"], values);
    expect(away.stdout).toMatch(/fail {2}mail .+ does not take it/);
    expect(await admin(["mail", "test", "--to", "a@b.example"])).toMatchObject({
      code: 1,
      stderr: "Mail is off: set SMTP_URL and MAIL_FROM first.\n",
    });
  });
});

describe("the help on importing", () => {
  it("names every kind there is, and what files may be", async () => {
    const { stdout } = await admin(["import", "--help"]);
    for (const kind of IMPORT_KINDS) expect(stdout).toContain(kind);
    expect(stdout).toContain("CSV or XLSX");
  });
});
