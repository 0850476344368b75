import type pg from "pg";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import type { Environment } from "#lib/boot/environment.ts";
import type { Places } from "#lib/boot/places.ts";

export type Finding = { name: string; isFine: boolean; sentence: string };

/** What a check may look at: a connection per role, and this machine. */
export type Surroundings = {
  given: Environment;
  places: Places;
  urls: DatabaseUrls;
  owner: pg.Client;
  user: pg.Client;
};

/** Looks at one thing and says in a sentence how it is; what it throws counts as bad news. */
export type Check = { name: string; look: (around: Surroundings) => Promise<string | Bad> };

/** Bad news, with the way out. */
export class Bad {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}
