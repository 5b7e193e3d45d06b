import { z } from 'zod';

/** Six digits of an app, or a recovery code. */
export const Code = z.string().trim().min(1).max(60);

/** Body of `POST /v1/account/second-factor`. */
export const SecondFactorStart = z.strictObject({ password: z.string().min(1).max(1024) });
export type SecondFactorStart = z.infer<typeof SecondFactorStart>;

/** Its answer: for an app to keep, as a picture of the address or typed. It counts once a code of it has come. */
export const SecondFactorSecret = z.object({ secret: z.string(), address: z.string().startsWith('otpauth://') });
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;

/** Body of `POST /v1/account/second-factor/confirmation`, `…/removal` and `POST /v1/account/recovery-codes`. */
export const CodeSent = z.strictObject({ code: Code });
export type CodeSent = z.infer<typeof CodeSent>;

/** Shown this once; each opens the account once, in the place of a code. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** `elsewhere`: an identity provider asks for one or does not; `required`: nothing opens before there is one. */
export const SecondFactor = z.enum(['on', 'off', 'required', 'elsewhere']);
export type SecondFactor = z.infer<typeof SecondFactor>;
