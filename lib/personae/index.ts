export { addClaim } from "./commands/add-claim.ts";
export { archivePersona } from "./commands/archive-persona.ts";
export { bringBackClaim } from "./commands/bring-back-claim.ts";
export { bringBackPersona } from "./commands/bring-back-persona.ts";
export { changeClaim } from "./commands/change-claim.ts";
export { changePersona } from "./commands/change-persona.ts";
export { createPersona } from "./commands/create-persona.ts";
export { deletePersona } from "./commands/delete-persona.ts";
export {
  bringBackClaimRecord,
  changeClaimRecord,
  removeClaimRecord,
} from "./commands/put-claim.ts";
export { changePersonaRecord, createPersonaRecord } from "./commands/put-persona.ts";
export { removeClaim } from "./commands/remove-claim.ts";
export { restorePersona } from "./commands/restore-persona.ts";
export { reviewClaim } from "./commands/review-claim.ts";
export { setStages } from "./commands/set-stages.ts";
export { tellStaleClaims } from "./commands/tell-stale.ts";
export { STALENESS } from "./filter.ts";
export { exportPersonae, PERSONA_COLUMNS } from "./queries/export-personae.ts";
export { frontlineTipOf } from "./queries/frontline-tip.ts";
export { getPersona } from "./queries/get-persona.ts";
export {
  type CardWithClaims,
  listArchivedPersonae,
  listPersonae,
  listPersonaSegments,
} from "./queries/list-personae.ts";
export { getClaimRecord, getPersonaRecord, listPersonaRecords } from "./queries/records.ts";
export { countStaleClaims } from "./queries/stale-claims.ts";
export { type CardWithStages, listPersonaeWithStages } from "./queries/with-stages.ts";
export {
  AddClaim,
  BringBackClaim,
  BringBackPersona,
  ChangeClaim,
  ChangePersona,
  ClaimChange,
  ClaimRecord,
  CreatePersona,
  NewClaim,
  NewPersona,
  PersonaChange,
  PersonaRecord,
  PersonaWithClaims,
  ReviewClaim,
  SeenClaim,
  SeenPersona,
  SetStages,
} from "./schema.ts";
