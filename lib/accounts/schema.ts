import { z } from "zod";
import { NewPassword } from "#lib/auth/new-password.ts";
import { DENSITIES, THEMES } from "#lib/auth/types.ts";
import { isCurrency, isLocaleTag, isTimeZone } from "#lib/format/place-names.ts";

const LONGEST_NAME = 120;

function name(missing: string) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`);
}

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This address is too long.")
  .pipe(z.email("This is not an e-mail address, such as name@example.com."));

const TimeZone = z.string().refine(isTimeZone, "Choose a time zone of the list.");
const LocaleTag = z.string().refine(isLocaleTag, "Choose a format of the list.");

/** A workspace somebody makes for themselves. */
export const MakeWorkspace = z.object({
  workspaceName: name("Give the workspace a name, such as your company’s."),
  currency: z.string().refine(isCurrency, "Choose a currency of the list."),
  timeZone: TimeZone,
  locale: LocaleTag,
});
export type MakeWorkspace = z.output<typeof MakeWorkspace>;

/** A new person with a new workspace. */
export const SignUp = MakeWorkspace.extend({
  name: name("Say what you are called."),
  email: Email,
  password: NewPassword,
});
export type SignUp = z.output<typeof SignUp>;

export const AskPasswordReset = z.object({ email: Email });

const Token = z.string().max(200);
export const ResetPassword = z.object({ token: Token, password: NewPassword });
export type ResetPassword = z.output<typeof ResetPassword>;
export const VerifyEmail = z.object({ token: Token });

const PresentPassword = z.string().max(1024).default("");
export const ChangePassword = z.object({
  presentPassword: PresentPassword,
  newPassword: NewPassword,
});
export type ChangePassword = z.output<typeof ChangePassword>;

const APP_CODE = /^\d{6}$/;

/** As typed: blanks between the digits do no harm. */
const Code = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().regex(APP_CODE, "Enter the six digits that the app shows."));
const RecoveryCode = z
  .string()
  .trim()
  .min(1, "Enter one of your recovery codes.")
  .max(100, "A recovery code has 16 letters and digits.");

/** Whether it is a code of the app, not a recovery code. */
export function isAppCode(code: string): boolean {
  return APP_CODE.test(code);
}

export const EnterCode = z.object({ code: Code });
export const EnterRecoveryCode = z.object({ recoveryCode: RecoveryCode });
/** A code of the app, or a recovery code where the phone is lost; blanks do no harm in either. */
const EitherCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, "Enter a code of your app or one of your recovery codes.")
      .max(100, "A code of the app has 6 digits, a recovery code 16 letters and digits."),
  );

/** Password and code together: for what weakens the sign-in. */
export const ConfirmByBoth = z.object({ presentPassword: PresentPassword, code: EitherCode });
export type ConfirmByBoth = z.output<typeof ConfirmByBoth>;

/** `""` means "like the workspace". */
function orNull<S extends z.ZodType<string>>(schema: S) {
  return z.union([z.literal("").transform(() => null), schema]);
}

export const SaveProfile = z.object({
  name: name("Say what you are called."),
  locale: orNull(LocaleTag),
  timeZone: orNull(TimeZone),
  theme: z.enum(THEMES, { error: "Choose a theme of the list." }),
  density: z.enum(DENSITIES, { error: "Choose a density of the list." }),
  hasSingleKeys: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
export type SaveProfile = z.output<typeof SaveProfile>;

export const SetTheme = z.object({ theme: z.enum(THEMES) });
export const EndSession = z.object({ sessionId: z.uuid("There is no such session.") });
/** For an action that needs nothing but the person. */
export const Nothing = z.object({});
