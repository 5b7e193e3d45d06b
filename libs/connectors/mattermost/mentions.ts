const at = /(?<![\w@.-])@([a-z0-9._-]+)/gi;

/** The known users that a message calls by `@name`, each once and the author left out. */
export function mentionedUsers(message: string, author: string, users: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const match of message.matchAll(at)) {
    const user = knownUser((match[1] ?? '').toLowerCase(), users);
    if (user !== null && user !== author) found.add(user);
  }
  return [...found];
}

/** A name may hold the marks that also end a sentence, so the longest that is known wins. */
function knownUser(name: string, users: ReadonlySet<string>): string | null {
  for (let candidate = name; candidate !== ''; candidate = candidate.slice(0, -1)) {
    if (users.has(candidate)) return candidate;
    if (!/[._-]$/.test(candidate)) return null;
  }
  return null;
}
