import { z } from 'zod';
import { type RoleName, roles } from '#domain/access/roles.js';

const Roles = z.array(z.enum(roles));

/** Role names, `all` or `none`. A misspelt role stops the boot: it must not be one that nobody has. */
export const secondFactorFor = z
  .string()
  .default('none')
  .transform((words, context): 'all' | RoleName[] => {
    if (words === 'all') return 'all';
    const named = Roles.safeParse(words === 'none' ? [] : words.split(',').map((word) => word.trim()));
    if (named.success) return named.data;
    context.addIssue({ code: 'custom', message: `must be all, none, or some of ${roles.join(', ')}` });
    return z.NEVER;
  });
