/** The whole range of an experience, from first awareness of a need to leaving: what a workspace has until it says otherwise. */
export const USUAL_STAGES = [
  { name: "Need", description: "First awareness of a need" },
  { name: "Choose", description: "Finding out, comparing, deciding" },
  { name: "Buy", description: "Ordering or signing" },
  { name: "Receive", description: "Delivery, appointment, handing over" },
  { name: "Set up", description: "Installing, learning, getting started" },
  { name: "Use", description: "Everyday use" },
  { name: "Get help", description: "Questions, faults, complaints, repairs" },
  { name: "Pay", description: "Invoices, payment, questions about them" },
  { name: "Renew", description: "Renewing, upgrading or downgrading" },
  { name: "Leave", description: "Disposal, cancelling, going elsewhere" },
] as const;
