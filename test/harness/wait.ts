/** Waits until `look` gives something other than undefined and false, and gives that. The name is what a failure says was waited for. */
export const until = async <Seen>(name: string, look: () => Promise<Seen | undefined | false> | Seen | undefined | false, limitMs = 15_000): Promise<Seen> => {
  const giveUpAt = performance.now() + limitMs;
  let trouble: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() > giveUpAt) throw new Error(`waited ${limitMs} ms until ${name}${trouble === undefined ? '' : `: ${trouble instanceof Error ? trouble.message : String(trouble)}`}`);
    await moment(lookEveryMs);
  }
};

/** A moment in the middle of something, at which it is disturbed. Nothing is waited for: any moment must do. */
export const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const lookEveryMs = 25;
