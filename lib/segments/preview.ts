/** A customer whom a rule finds, as the builder shows one. `name` null: not known, or hidden. */
export type PreviewedCustomer = {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
};
