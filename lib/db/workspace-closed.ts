/** A job's workspace was closed while it ran: it stops where it is. Taken back, the workspace asks for what is missing. */
export class WorkspaceClosed extends Error {
  constructor() {
    super("This workspace is closed.");
    this.name = "WorkspaceClosed";
  }
}
