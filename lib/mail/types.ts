/** What a mail says, in the order it says it; the same words make the text part and the HTML part. */
export type Letter = {
  subject: string;
  /** One sentence each */
  paragraphs: readonly string[];
  /** The one thing to do */
  link?: { label: string; href: string };
  /** Why the person gets this mail */
  reason: string;
};

/** How mail goes out: the server, the sender, and the host that Message-IDs end in. */
export type MailSettings = { url: string; from: string; host: string };
