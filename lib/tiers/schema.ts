import { z } from "zod";
import { CONTACT_CHANNELS, type ContactChannel } from "#lib/workspaces/types.ts";
import { CUT_BASES, LEAST_TIERS, MOST_LINES, MOST_TIERS } from "./types.ts";

const LONGEST_NAME = 40;
const LONGEST_LINE = 120;
const PLACES = Array.from({ length: MOST_TIERS }, (_, index) => index + 1);

const Version = z.coerce.number().int().nonnegative();

/** A tier as the form sends it. `goodwill` is in major units; `place` is its place in the form, for what is wrong with it. */
export type AskedTier = {
  place: number;
  name: string;
  share: number | null;
  responseHours: number;
  goodwill: number;
  channel: ContactChannel;
  isCalledBack: boolean;
  asksPerQuarter: number;
  lines: string[];
};

/** A tier without a name is none; the last one has the rest of the customers. */
export const SavePolicy = z
  .looseObject({
    version: Version,
    cutBy: z.enum(CUT_BASES, { error: "Choose one." }),
    slowestResponse: z.string().default(""),
    leastGoodwill: z.string().default(""),
    mostAsks: z.string().default(""),
  })
  .transform((form, context) => {
    const typed = new Typed(form, context);
    const places = PLACES.filter((place) => typed.text("name", place) !== "");
    if (places.length < LEAST_TIERS)
      typed.refuse(`name_${Math.min(MOST_TIERS, places.length + 1)}`, "Name two tiers at least.");
    return {
      version: form.version,
      cutBy: form.cutBy,
      tiers: places.map((place) => tierOf(typed, place, place === places.at(-1))),
      floor: {
        slowestResponseHours: typed.number("slowestResponse", HOURS),
        leastGoodwill: typed.number("leastGoodwill", AMOUNT),
        mostAsksPerQuarter: typed.number("mostAsks", ASKS),
      },
    };
  });
export type SavePolicy = z.output<typeof SavePolicy>;

/** The policy as the person who takes it back saw it. */
export const UndoPolicy = z.object({ version: Version });
export type UndoPolicy = z.output<typeof UndoPolicy>;

type Range = { least: number; most: number; isWhole: boolean; error: string };

const HOURS = {
  ...{ least: 1, most: 720, isWhole: true },
  error: "Give whole hours from 1 to 720.",
};
const AMOUNT = {
  ...{ least: 0, most: 1_000_000, isWhole: false },
  error: "Give an amount such as 40 or 12.50.",
};
const ASKS = { least: 0, most: 12, isWhole: true, error: "Give a whole number from 0 to 12." };
const PERCENT = {
  ...{ least: 0.1, most: 99.9, isWhole: false },
  error: "Give a percentage from 0.1 to 99.9.",
};

function tierOf(typed: Typed, place: number, isLast: boolean): AskedTier {
  const name = typed.text("name", place);
  if (name.length > LONGEST_NAME)
    typed.refuse(`name_${place}`, `Use at most ${LONGEST_NAME} characters.`);
  return {
    ...{ place, name },
    share: isLast ? restOf(typed, place) : typed.number(`share_${place}`, PERCENT) / 100,
    responseHours: typed.number(`response_${place}`, HOURS),
    goodwill: typed.number(`goodwill_${place}`, AMOUNT),
    channel: channelOf(typed, place),
    isCalledBack: typed.text("callback", place) !== "",
    asksPerQuarter: typed.number(`asks_${place}`, ASKS),
    lines: linesOf(typed, place),
  };
}

/** The last tier ends nowhere: where something is typed, somebody meant another to come after it. */
function restOf(typed: Typed, place: number): null {
  if (typed.text("share", place) !== "")
    typed.refuse(
      `share_${place}`,
      "The last tier takes the rest: leave this empty, or name another tier after it.",
    );
  return null;
}

function channelOf(typed: Typed, place: number): ContactChannel {
  const asked = typed.text("channel", place);
  const channel = CONTACT_CHANNELS.find((each) => each === asked);
  if (!channel) typed.refuse(`channel_${place}`, "Choose a channel.");
  return channel ?? "phone";
}

function linesOf(typed: Typed, place: number): string[] {
  const lines = typed
    .text("lines", place)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0 || lines.length > MOST_LINES)
    typed.refuse(`lines_${place}`, `Write one to ${MOST_LINES} lines.`);
  if (lines.some((line) => line.length > LONGEST_LINE))
    typed.refuse(`lines_${place}`, `Keep each line to ${LONGEST_LINE} characters.`);
  return lines;
}

type Context = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/** What was typed into a form, and what is refused of it. */
class Typed {
  readonly #form: Readonly<Record<string, unknown>>;
  readonly #context: Context;

  constructor(form: Readonly<Record<string, unknown>>, context: Context) {
    this.#form = form;
    this.#context = context;
  }

  text(field: string, place: number): string {
    return this.#at(`${field}_${place}`);
  }

  number(name: string, { least, most, isWhole, error }: Range): number {
    const text = this.#at(name).replace(",", ".");
    const value = /^\d{1,9}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value)))
      this.refuse(name, error);
    return value;
  }

  refuse(name: string, message: string): void {
    this.#context.addIssue({ code: "custom", path: [name], message });
  }

  #at(name: string): string {
    const value = this.#form[name];
    return typeof value === "string" ? value.trim() : "";
  }
}
