/** Node's HTTP. An `import` of it would evaluate its WebSocket client, too: 3.5 MiB in each process for what nobody here uses. */
export const http = process.getBuiltinModule('node:http');
