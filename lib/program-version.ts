import project from "../package.json" with { type: "json" };

/** The version of this program, as package.json says it. */
export const PROGRAM_VERSION: string = project.version;
