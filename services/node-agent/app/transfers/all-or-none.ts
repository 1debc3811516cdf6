/** Gives what all of them gave, or throws what the first one that failed threw. All are waited for, so that none still works when it is over; `abandon` is to end them early. */
export const allOrNone = async <Result>(works: readonly Promise<Result>[], abandon: () => void): Promise<Result[]> => {
  let first: { error: unknown } | undefined;
  for (const work of works)
    work.catch((error: unknown) => {
      first ??= { error };
      abandon();
    });
  const results = await Promise.allSettled(works);
  if (first) throw first.error;
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
};
