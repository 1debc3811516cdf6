export const lading: any;
