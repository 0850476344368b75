import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflate } from "@sparticuz/chromium";

const PROJECT = join(import.meta.dirname, "..", "..");
const PACKAGE = join(PROJECT, "node_modules", "@sparticuz", "chromium");
/** The browser, the libraries that a bare Debian lacks, and fonts. */
const ARCHIVES = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];

/** Launch options of Playwright for the Chromium that came with npm. */
export type ChromiumLaunch = {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
};

/**
 * Unpack the browser once into a folder of its own, and say how to launch it. CHROMIUM_PATH names another one.
 *
 * @throws Error in one sentence where the package has no browser for this machine
 */
export async function prepareChromium(): Promise<ChromiumLaunch> {
  const given = process.env["CHROMIUM_PATH"];
  // Root may not use the sandbox; the package's own arguments would also switch web security off.
  const args = ["--no-sandbox"];
  if (given) return { executablePath: given, args, env: ownEnvironment() };
  if (`${process.platform}-${process.arch}` !== "linux-x64") {
    throw new Error(
      "The browser tests bring a browser for 64-bit Linux only: set CHROMIUM_PATH to yours.",
    );
  }
  const folder = await unpack();
  const env = {
    ...ownEnvironment(),
    LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
  };
  return { executablePath: join(folder, "chromium"), args, env };
}

async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(PROJECT, ".data", `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  await inflateInto(half);
  writeFileSync(join(half, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(half, folder);
  } catch {
    // Another process was faster.
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks into the temporary folder, and takes whatever lies there for its own. */
async function inflateInto(folder: string): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await Promise.all(ARCHIVES.map((name) => inflate(join(PACKAGE, "bin", name))));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

/** Without fonts all text is invisible, and axe passes all the same. */
function fontsConf(folder: string): string {
  const family = (generic: string, name: string) =>
    `<alias><family>${generic}</family><prefer><family>${name}</family><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>${join(PROJECT, "node_modules", "geist", "dist", "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
  ${family("sans-serif", "Geist")}
  ${family("serif", "Geist")}
  ${family("monospace", "Geist Mono")}
  ${family("system-ui", "Geist")}
</fontconfig>
`;
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
