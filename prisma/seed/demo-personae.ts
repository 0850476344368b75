import type { PersonaTexts } from "#lib/personae/types.ts";

/** A claim of the demo: how many pieces of feedback with these words speak for it, and when it expires from today. */
export type DemoClaim = {
  statement: string;
  confidence: "low" | "medium" | "high";
  words: string | null;
  sources: number;
  expiresInDays: number;
};

export type DemoPersona = PersonaTexts & {
  name: string;
  segment: string;
  claims: readonly DemoClaim[];
  /** Actual and desired emotion from the first stage on */
  emotions: readonly (readonly [actual: number, desired: number])[];
  lines: readonly string[];
};

/** Invented people, one for each segment that the demo speaks of. */
export const DEMO_PERSONAE: readonly DemoPersona[] = [
  {
    name: "Marta Reyes-Holm",
    segment: "Landlords & Lets",
    quote: "Third call about the same repair, and each time I tell it anew.",
    goals: "Tenants never without heat, water or a stove for a night; one invoice a month.",
    frustrations: "Windows of half a day; a second visit for a part; proof for the tenant.",
    emotionalNeeds: "In control, believed, not handed around.",
    promise: "A two-hour window, one visit, one price.",
    channels: "Phone first, then messages; e-mail for papers. Not in shops.",
    frontlineTip: "Give a two-hour window before anything else. Then say who comes.",
    claims: [
      {
        ...{ statement: "Calls again and again until somebody takes over", confidence: "high" },
        ...{ words: "Third call", sources: 4, expiresInDays: 300 },
      },
      {
        ...{ statement: "Pays more for a fixed two-hour window", confidence: "medium" },
        ...{ words: "Waited at home", sources: 2, expiresInDays: 240 },
      },
      {
        ...{ statement: "Decides alone, without the owner", confidence: "medium" },
        ...{ words: "invoice was wrong", sources: 1, expiresInDays: -40 },
      },
      {
        ...{ statement: "Switches all flats at once, not one by one", confidence: "low" },
        ...{ words: null, sources: 0, expiresInDays: 365 },
      },
    ],
    emotions: [
      [-1, 0],
      [0, 1],
      [1, 1],
      [-1, 2],
      [0, 1],
      [1, 1],
      [-2, 1],
      [-1, 0],
      [-1, 1],
      [-1, 0],
    ],
    lines: [
      "A tenant calls in the evening: the stove is dead.",
      "Asks who can come tomorrow, not who is cheapest.",
      "Orders by phone between two other calls.",
      "Waits in an empty flat for half a day.",
      "Leaves a note for the tenant.",
      "Hears nothing for months, as it should be.",
      "Tells the same story to three people.",
      "Sorts four invoices by flat.",
      "Buys the same machine for the next flat.",
      "Asks twice who takes the old one away.",
    ],
  },
  {
    name: "Jonas Lindqvist",
    segment: "Family Upgraders",
    quote: "Ordered on Monday, stood in the kitchen on Wednesday.",
    goals: "A kitchen that works on a school morning; no weekend lost to shops.",
    frustrations:
      "Advice that differs between shop and website; an app that hides what was bought.",
    emotionalNeeds: "Sure to have chosen well, proud of it at home.",
    promise: "The right machine at the first try, in place within three days.",
    channels: "Website in the evening, showroom on Saturday.",
    frontlineTip: "Ask how many they cook for before you name a model.",
    claims: [
      {
        ...{ statement: "Decides in the showroom, after reading at home", confidence: "high" },
        ...{ words: "showroom", sources: 3, expiresInDays: 320 },
      },
      {
        ...{ statement: "Fast delivery matters more than a lower price", confidence: "medium" },
        ...{ words: "Ordered on Monday", sources: 3, expiresInDays: 280 },
      },
      {
        ...{ statement: "Gives up on the app after the first try", confidence: "medium" },
        ...{ words: "app is hard", sources: 2, expiresInDays: 200 },
      },
    ],
    emotions: [
      [0, 1],
      [0, 1],
      [1, 1],
      [2, 2],
      [0, 1],
      [-1, 1],
      [0, 1],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    lines: [
      "The old washing machine stops in the middle of a week.",
      "Reads three tests in the evening, asks a friend.",
      "Decides in the showroom on Saturday.",
      "It stands in the kitchen two days later.",
      "Looks for the manual on the phone.",
      "Opens the app once, and not again.",
      "Finds the answer in a forum.",
      "Pays at once; looks for the receipt a year later.",
      "Comes back for a dryer when the second child is born.",
      "Asks who takes the old machine along.",
    ],
  },
  {
    name: "Edith Osterberg",
    segment: "Quiet Loyalists",
    quote: null,
    goals: "Everything stays as it is; the same fitter as the last time.",
    frustrations: "Being asked for an e-mail address.",
    emotionalNeeds: "Known by name, not hurried.",
    promise: "Somebody you know comes, and takes the old one with him.",
    channels: "Phone in the morning; letters.",
    frontlineTip: "Say the fitter’s name.",
    claims: [
      {
        ...{ statement: "Stays because of the fitter, not the brand", confidence: "medium" },
        ...{ words: "fitter was on time", sources: 3, expiresInDays: 365 },
      },
    ],
    emotions: [],
    lines: [],
  },
  {
    name: "Sam Whitlock",
    segment: "Careful Renovators",
    quote: null,
    goals: "A house that needs half the energy, one room after the other.",
    frustrations: "Numbers that cannot be compared.",
    emotionalNeeds: null,
    promise: null,
    channels: "Website, with the data sheet open.",
    frontlineTip: null,
    claims: [],
    emotions: [],
    lines: [],
  },
];
