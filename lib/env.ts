import { z } from "zod";

const url = (protocols: RegExp, name: string) =>
  z.url({ protocol: protocols, error: `${name} must be a URL such as ${EXAMPLES[name]}.` });

const EXAMPLES: Readonly<Record<string, string>> = {
  APP_URL: "https://throughline.example.com",
  DATABASE_URL: "postgresql://app_user:…@host:5432/throughline",
  OIDC_ISSUER: "https://login.example.com",
  DATABASE_OWNER_URL: "postgresql://app_owner:…@host:5432/throughline",
};

const Variables = z.object({
  APP_URL: url(/^https?$/, "APP_URL"),
  APP_SECRET: z
    .string({ error: "APP_SECRET is missing: make one with `openssl rand -base64 32`." })
    .min(
      32,
      "APP_SECRET must have at least 32 characters: make one with `openssl rand -base64 32`.",
    ),
  DATABASE_URL: url(/^postgres(ql)?$/, "DATABASE_URL"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], {
      error: "LOG_LEVEL must be trace, debug, info, warn, error or silent.",
    })
    .default("info"),
  /** Set where a reverse proxy of yours puts the caller's address into X-Forwarded-For. */
  TRUST_PROXY: z.stringbool({ error: "TRUST_PROXY must be true or false." }).default(false),
  /** Whether strangers may sign up and make a workspace: open or closed. */
  SIGN_UP: z.enum(["open", "closed"], { error: "SIGN_UP must be open or closed." }).default("open"),
  /** Where mail goes out, such as smtps://user:password@mail.example.com. Without it links are copied by hand. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "SMTP_URL must be a URL such as smtps://user:…@host:465." })
    .optional(),
  /** The sender of every mail: `Name <address>`. */
  MAIL_FROM: z.string().min(3, "MAIL_FROM must name a sender.").optional(),
  /** An OpenID Connect provider; all three or none. OIDC_NAME stands on the button. */
  OIDC_ISSUER: url(/^https?$/, "OIDC_ISSUER").optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("single sign-on"),
  /** Who looks after the installation and may open /admin: e-mail addresses with commas between them. */
  OPERATORS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  /** Opens /api/metrics to whoever sends it as a bearer token; without it there is no such address. */
  METRICS_TOKEN: z
    .string()
    .min(
      16,
      "METRICS_TOKEN must have at least 16 characters: make one with `openssl rand -base64 24`.",
    )
    .optional(),
  /** For tests: a browser with the cookie `pseudo-locale` sees every word with accents and longer. */
  PSEUDO_LOCALE: z.stringbool({ error: "PSEUDO_LOCALE must be true or false." }).default(false),
  /** Shows every control at /design; off in production. */
  DESIGN_PAGES: z.stringbool({ error: "DESIGN_PAGES must be true or false." }).default(false),
});

/** The names of everything that is read here. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(Variables.shape);

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const Env = Variables.superRefine((values, context) => {
  const missing = (name: string, message: string) =>
    context.addIssue({ code: "custom", path: [name], message: `${name} is missing: ${message}` });
  if (values.SMTP_URL && !values.MAIL_FROM)
    missing("MAIL_FROM", "with SMTP_URL set, name the sender as in Throughline <cx@example.com>.");
  if (OIDC.every((name) => values[name] === undefined)) return;
  for (const name of OIDC.filter((each) => values[each] === undefined))
    missing(name, `OpenID Connect needs all three of ${OIDC.join(", ")}, or none.`);
});
export type Env = z.infer<typeof Variables>;

/**
 * What the process was given, checked.
 *
 * @throws Error with one sentence per wrong or missing variable
 */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => issueSentence(issue, values)).join("\n"));
}

let cached: Env | null = null;

/** The environment of this process, read once and only when somebody asks, so that a build needs none. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The origin of the OpenID provider, or null: for the proxy, which runs before anything else is checked. */
export function oidcOrigin(): string | null {
  const issuer = process.env["OIDC_ISSUER"];
  return issuer && URL.canParse(issuer) ? new URL(issuer).origin : null;
}

function issueSentence(
  issue: z.core.$ZodIssue,
  values: Record<string, string | undefined>,
): string {
  const name = String(issue.path[0]);
  if (values[name] !== undefined || !EXAMPLES[name] || issue.code === "custom")
    return issue.message;
  return `${name} is missing: set it to a URL such as ${EXAMPLES[name]}.`;
}
