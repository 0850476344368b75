import { z } from "zod";
import {
  ClaimChange,
  ClaimRecord,
  NewClaim,
  NewPersona,
  PersonaChange,
  PersonaRecord,
  PersonaWithClaims,
  STALENESS,
} from "#lib/personae/index.ts";
import { PAGE_FIELDS, pageOf, SEARCH_FIELD } from "./shapes.ts";
import type { Operation } from "./types.ts";

const PERSONA = { name: "PersonaWithClaims", schema: PersonaWithClaims };
const CLAIM = { name: "Claim", schema: ClaimRecord };
const DELETED = { name: "DeletedPersona", schema: z.object({ id: z.uuid() }) };
const REMOVED = { name: "RemovedClaim", schema: z.object({ id: z.uuid() }) };
const BACK = { name: "BroughtBackPersona", schema: z.object({ id: z.uuid() }) };
const CLAIM_BACK = { name: "BroughtBackClaim", schema: z.object({ id: z.uuid() }) };
const READ = { scope: "personae:read", permission: "persona:read" } as const;
const WRITE = { scope: "personae:write", permission: "persona:write" } as const;
const BASE = "/api/v1/personae";
const ONE_CLAIM = `${BASE}/{id}/claims/{claimId}`;
const JSON_BODY = "application/json";

/** As the board has them. */
const FILTERS = {
  search: SEARCH_FIELD.meta({ description: "Words that stand in the name" }),
  segment: z.uuid().optional().meta({ description: "The segment it stands for" }),
  claims: z.enum(STALENESS).optional().meta({
    description: "stale: with a stale claim; fresh: without one",
  }),
};

/** Personae and what is claimed of them. Evidence is linked in the browser, where its source is in sight. */
export const PERSONAE: readonly Operation[] = [
  {
    ...{ id: "list_personae", method: "GET", path: BASE, tag: "personae" },
    summary: "List personae, archived ones too, in the order they were made",
    ...{ access: READ, query: z.strictObject({ ...FILTERS, ...PAGE_FIELDS }), body: null },
    answers: [
      {
        ...{ status: 200, words: "A page of personae" },
        shape: pageOf({ name: "Persona", schema: PersonaRecord }),
      },
    ],
  },
  {
    ...{ id: "create_personae", method: "POST", path: BASE, tag: "personae" },
    summary: "Make a persona of a segment; a name that is taken is refused",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NewPersona", schema: NewPersona }, media: JSON_BODY },
    answers: [{ status: 201, words: "It was made", shape: PERSONA }],
  },
  {
    ...{ id: "get_personae", method: "GET", path: `${BASE}/{id}`, tag: "personae" },
    summary: "Read one persona with its claims and how they are backed",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Persona", shape: PERSONA }],
  },
  {
    ...{ id: "change_personae", method: "PATCH", path: `${BASE}/{id}`, tag: "personae" },
    summary: "Change, archive or restore a persona: the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "PersonaChange", schema: PersonaChange }, media: JSON_BODY },
    answers: [{ status: 200, words: "As it is now", shape: PERSONA }],
  },
  {
    ...{ id: "delete_personae", method: "DELETE", path: `${BASE}/{id}`, tag: "personae" },
    summary:
      "Delete an archived persona with its claims and the links to their evidence. For a day, unless a person is erased meanwhile, it can be brought back",
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is gone", shape: DELETED }],
  },
  {
    ...{ id: "bring_back_personae", method: "POST", path: `${BASE}/{id}/bring-back` },
    ...{ tag: "personae", summary: "Bring a persona back that was deleted within the last day" },
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is back archived, as it was", shape: BACK }],
  },
  {
    ...{ id: "add_persona_claim", method: "POST", path: `${BASE}/{id}/claims`, tag: "personae" },
    summary: "Say something of a persona that can be checked",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NewClaim", schema: NewClaim }, media: JSON_BODY },
    answers: [{ status: 201, words: "It was added", shape: CLAIM }],
  },
  {
    ...{ id: "get_persona_claim", method: "GET", path: ONE_CLAIM, tag: "personae" },
    summary: "Read one claim of a persona and how it is backed",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Claim", shape: CLAIM }],
  },
  {
    ...{ id: "change_persona_claim", method: "PATCH", path: ONE_CLAIM, tag: "personae" },
    summary: "Change a claim of a persona: the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "ClaimChange", schema: ClaimChange }, media: JSON_BODY },
    answers: [{ status: 200, words: "As it is now", shape: CLAIM }],
  },
  {
    ...{ id: "remove_persona_claim", method: "DELETE", path: ONE_CLAIM, tag: "personae" },
    summary:
      "Take a claim away with the links to its evidence; the sources stay. For a day, unless a person is erased meanwhile, it can be brought back",
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is gone", shape: REMOVED }],
  },
  {
    ...{ id: "bring_back_persona_claim", method: "POST", path: `${ONE_CLAIM}/bring-back` },
    ...{ tag: "personae", summary: "Bring a claim back that was removed within the last day" },
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is back in its place, as it was", shape: CLAIM_BACK }],
  },
];
