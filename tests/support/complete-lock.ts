import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./source-files.ts";

/**
 * `node --import ./lib/boot/register.js tests/support/complete-lock.ts`, after every `npm install`: adds the packages for
 * other platforms that a registry mirror left out of package-lock.json, so that `npm ci` finds it complete.
 */
type Package = {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};

const FILE = join(PROJECT, "package-lock.json");
const SYSTEMS = [
  "darwin",
  "win32",
  "android",
  "freebsd",
  "openharmony",
  "linux",
  "sunos",
  "aix",
  "netbsd",
  "openbsd",
];
const PROCESSORS = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "loong64",
  "mips64el",
];

const lock = JSON.parse(readFileSync(FILE, "utf8")) as { packages: Record<string, Package> };
const added: string[] = [];
for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isThere(parent, name)) continue;
    lock.packages[`node_modules/${name}`] = absentPackage(name, range, dev ?? false);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([left], [right]) => (left < right ? -1 : 1)),
);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages of other platforms were added.\n`);

/** Whether Node would find `name` from the package at `parent`. */
function isThere(parent: string, name: string): boolean {
  for (
    let folder = parent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))
  ) {
    if (lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

function absentPackage(name: string, range: string, isDev: boolean): Package {
  const words = name.toLowerCase().replace("windows", "win32").split(/[/-]/);
  const system = SYSTEMS.find((each) => words.includes(each));
  const processor =
    PROCESSORS.find((each) => words.includes(each)) ??
    (words.some((word) => /^arm(?:eabi|v7)/.test(word)) ? "arm" : undefined);
  const isMusl = words.some((word) => word.startsWith("musl"));
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(isDev ? { dev: true } : {}),
    ...(system ? { os: [system] } : {}),
    ...(processor ? { cpu: [processor] } : {}),
    ...(isMusl ? { libc: ["musl"] } : {}),
    optional: true,
  };
}
