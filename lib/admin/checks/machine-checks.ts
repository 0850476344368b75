import { mkdirSync } from "node:fs";
import { freeBytes } from "#lib/boot/postgres-settings.ts";
import { Bad, type Check } from "./types.ts";

const GIB = 2 ** 30;

const disk: Check = {
  name: "disk",
  look: async ({ places }) => {
    mkdirSync(places.folder, { recursive: true });
    const free = freeBytes(places.folder) / GIB;
    if (free < 2)
      return new Bad(`Only ${free.toFixed(1)} GB are free where ${places.folder} lies: make room.`);
    return `${Math.floor(free)} GB are free.`;
  },
};

export const MACHINE_CHECKS: readonly Check[] = [disk];
