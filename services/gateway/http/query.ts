/** Whether a parameter of a query is set: clients write `1` or `true`, in any case. */
export const isYes = (value: string | undefined): boolean => value === '1' || value?.toLowerCase() === 'true';
