/** A browser somebody is signed in with. Instants are ISO 8601 in UTC. */
export type BrowserSession = {
  id: string;
  browser: string | null;
  system: string | null;
  callerAddress: string;
  openedAt: string;
  seenAt: string;
  isThisOne: boolean;
};

/** How far somebody is with the second step; `secret` in base 32 while it waits for its first code. */
export type TwoStepState =
  | { kind: "off" }
  | { kind: "waiting"; secret: string; uri: string }
  | { kind: "on"; recoveryCodesLeft: number };
