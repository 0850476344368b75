export { deleteView } from "./commands/delete-view.ts";
export { renameView } from "./commands/rename-view.ts";
export { saveView } from "./commands/save-view.ts";
export { shareView } from "./commands/share-view.ts";
export { updateView } from "./commands/update-view.ts";
export { listViews } from "./queries.ts";
export { DeleteView, RenameView, SaveView, ShareView, UpdateView } from "./schema.ts";
