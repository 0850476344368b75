import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of a few megabytes in memory, which a test can fill and free. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Null where this machine mounts none for us. */
  static mount(megabytes: number): SmallDisk | null {
    const folder = mkdtempSync(join(tmpdir(), "throughline-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
        stdio: "ignore",
      });
    } catch {
      rmSync(folder, { recursive: true, force: true });
      return null;
    }
    chmodSync(folder, 0o777);
    return new SmallDisk(folder);
  }

  /** A folder on it that a server of any user may write to. */
  makeFolder(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    return folder;
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Leave only so much room. */
  fill(leftBytes: number): void {
    writeFileSync(
      join(this.folder, "ballast"),
      Buffer.alloc(Math.max(0, this.freeBytes - leftBytes)),
      { flag: "a" },
    );
  }

  free(): void {
    rmSync(join(this.folder, "ballast"), { force: true });
  }

  unmount(): void {
    execFileSync("umount", ["--lazy", this.folder], { stdio: "ignore" });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
