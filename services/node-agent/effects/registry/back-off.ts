/** Tries of one request, the first one included. */
export const triesMax = 5;
const firstWaitMs = 250;
const growth = 2;
/** A registry that asks for more is not waited for: its own message says more than a silent minute. */
export const askedWaitMaxMs = 60_000;

/** How long to wait after so many failures. `chance` is between 0 and 1: it spreads clients that failed together. */
export const backOffMs = (failures: number, chance: number): number => Math.round(firstWaitMs * growth ** (failures - 1) * (0.5 + chance / 2));

/** What Retry-After asks for: seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
export const retryAfterMs = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
};
