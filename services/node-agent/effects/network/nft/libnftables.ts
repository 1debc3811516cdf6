import koffi from 'koffi';
import { closeSync, openSync } from 'node:fs';

const library = koffi.load('libnftables.so.1');
const newContext = library.func('void* nft_ctx_new(uint32_t flags)');
const freeContext = library.func('void nft_ctx_free(void* context)');
const runCommands = library.func('int nft_run_cmd_from_buffer(void* context, const char* commands)');
const bufferErrors = library.func('int nft_ctx_buffer_error(void* context)');
const errorBuffer = library.func('const char* nft_ctx_get_error_buffer(void* context)');
const bufferOutput = library.func('int nft_ctx_buffer_output(void* context)');

/** Runs nft commands in the namespace that it was opened in; what is given at once is done wholly or not at all. */
export type Nft = { run: (commands: string) => void; close: () => void };

// libnftables waits with select(), and the C library ends the process when a socket given to it has number 1024 or above. A number
// taken while they were low is given back for the moment in which a socket is opened.
let reserved = openSync('/dev/null', 'r');

export const openNft = (): Nft => {
  closeSync(reserved);
  const context: unknown = newContext(0);
  reserved = openSync('/dev/null', 'r');
  bufferErrors(context);
  bufferOutput(context);
  return {
    run: (commands) => {
      if (runCommands(context, commands) !== 0) throw new Error(`nft refused a transaction: ${String(errorBuffer(context)).trim()}`);
    },
    close: () => freeContext(context),
  };
};
