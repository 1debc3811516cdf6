import { resolve } from 'node:path';

/** Where "make peers" unpacks programs of others that tests use beside Lading. */
export const peersFolder = resolve(import.meta.dirname, '../../build/peers');
