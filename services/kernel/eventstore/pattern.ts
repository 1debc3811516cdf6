/** Whether a subject matches a NATS pattern: `*` is one token, `>` one or more at the end. */
export const matches = (pattern: string, subject: string): boolean => {
  const wanted = pattern.split('.');
  const tokens = subject.split('.');
  for (const [place, token] of wanted.entries()) {
    if (token === '>') return tokens.length > place;
    if (token !== '*' && token !== tokens[place]) return false;
    if (tokens[place] === undefined) return false;
  }
  return tokens.length === wanted.length;
};
