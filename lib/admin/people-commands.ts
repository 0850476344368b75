import { wantedPort } from "#lib/boot/web-address.ts";
import { AddMember, addMember } from "./commands/add-member.ts";
import { CreateApiKey, createApiKey } from "./commands/create-api-key.ts";
import { CreateWorkspace, createWorkspace } from "./commands/create-workspace.ts";
import { MakeResetLink, makeResetLink } from "./commands/make-reset-link.ts";
import { ResetTwoStep, resetTwoStep } from "./commands/reset-two-step.ts";
import { withOwner } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command } from "./types.ts";

const PASSWORD = {
  type: "string",
  value: "<password>",
  help: "the password to sign in with; made up and shown once when left out",
} as const;

export const workspaceCreate: Command = {
  words: "workspace create",
  summary: "Make a workspace and its owner.",
  options: {
    name: { type: "string", isRequired: true, value: "<name>", help: "the name of the workspace" },
    slug: {
      type: "string",
      value: "<slug>",
      help: "its part of the address; made from the name when left out",
    },
    "owner-email": { type: "string", isRequired: true, value: "<address>", help: "who owns it" },
    "owner-name": { type: "string", value: "<name>", help: "the owner's name" },
    password: PASSWORD,
    currency: { type: "string", value: "<code>", help: "ISO 4217, EUR by default" },
    "time-zone": { type: "string", value: "<zone>", help: "IANA name, UTC by default" },
    locale: { type: "string", value: "<tag>", help: "language tag, en by default" },
  },
  run: async (values, given) => {
    const input = parseInput(CreateWorkspace, values);
    const { id, slug, owner } = await withOwner(given, (client) => createWorkspace(client, input));
    const secret = owner.generatedPassword === null ? {} : { password: owner.generatedPassword };
    return {
      json: { id, slug, owner: { id: owner.id, email: owner.email, ...secret } },
      lines: [
        `The workspace ${slug} is made, and ${owner.email} owns it.`,
        ...passwordLines(owner.generatedPassword),
      ],
    };
  },
};

export const memberAdd: Command = {
  words: "member add",
  summary: "Make a person a member of a workspace.",
  options: {
    workspace: { type: "string", isRequired: true, value: "<slug>", help: "which workspace" },
    email: { type: "string", isRequired: true, value: "<address>", help: "who" },
    name: { type: "string", value: "<name>", help: "the person's name" },
    role: {
      type: "string",
      isRequired: true,
      value: "<role>",
      help: "owner, cx_manager, department_head, executive, frontline or auditor",
    },
    department: {
      type: "string",
      isMultiple: true,
      value: "<name>",
      help: "a department; may be given more than once",
    },
    password: PASSWORD,
  },
  run: async (values, given) => {
    const input = parseInput(AddMember, values);
    const { generatedPassword, ...member } = await withOwner(given, (client) =>
      addMember(client, input),
    );
    const secret = generatedPassword === null ? {} : { password: generatedPassword };
    return {
      json: { ...member, ...secret },
      lines: [
        `${member.email} is now ${member.role} in ${input.workspace}.`,
        ...passwordLines(generatedPassword),
      ],
    };
  },
};

export const memberResetLink: Command = {
  words: "member reset-link",
  summary: "Make a link by which a person chooses a new password; it is good once, for an hour.",
  options: {
    email: { type: "string", isRequired: true, value: "<address>", help: "whose password" },
  },
  run: async (values, given) => {
    const appUrl = given["APP_URL"] ?? `http://localhost:${wantedPort(given)}`;
    const input = parseInput(MakeResetLink, { ...values, "app-url": appUrl });
    const made = await withOwner(given, (client) => makeResetLink(client, input));
    return {
      json: made,
      lines: [`The link for ${made.email}, shown once and good for an hour:`, made.link],
    };
  },
};

export const memberResetTwoStep: Command = {
  words: "member reset-two-step",
  summary: "Turn a person's two-step sign-in off, when phone and recovery codes are lost.",
  options: {
    email: { type: "string", isRequired: true, value: "<address>", help: "whose second step" },
  },
  run: async (values, given) => {
    const input = parseInput(ResetTwoStep, values);
    const { email } = await withOwner(given, (client) => resetTwoStep(client, input));
    return { json: { email, twoStep: "off" }, lines: [`Two-step sign-in of ${email} is off.`] };
  },
};

export const apiKeyCreate: Command = {
  words: "api-key create",
  summary: "Make an API key of a workspace; it is shown once.",
  options: {
    workspace: { type: "string", isRequired: true, value: "<slug>", help: "which workspace" },
    name: { type: "string", isRequired: true, value: "<name>", help: "what the key is for" },
    scope: {
      type: "string",
      isRequired: true,
      isMultiple: true,
      value: "<scope>",
      help: "such as imports:write, or all; may be given more than once",
    },
  },
  run: async (values, given) => {
    const input = parseInput(CreateApiKey, values);
    const made = await withOwner(given, (client) => createApiKey(client, input));
    return {
      json: made,
      lines: [`The key, shown once: ${made.key}`, `It may: ${made.scopes.join(", ")}.`],
    };
  },
};

function passwordLines(password: string | null): string[] {
  return password === null ? [] : [`The password, shown once: ${password}`];
}
