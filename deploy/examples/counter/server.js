// Counts visits in Redis and answers with the name of the container that did: `visit 7, answered by 3f2a…`.
// Plain Node: it runs on node:24-slim as it is.
const http = require('node:http');
const net = require('node:net');
const os = require('node:os');

const port = Number(process.env.PORT ?? 8080);
const store = { host: process.env.STORE_HOST ?? 'store', port: Number(process.env.STORE_PORT ?? 6379) };
const answerWithinMs = 2000;
const reconnectAfterMs = 250;

/** A connection to Redis that comes back by itself. Requests are answered in order, as the protocol promises. */
const connect = () => {
  const waiting = [];
  let socket;
  let unread = '';
  let closed = false;
  const { promise: connected, resolve: isConnected } = Promise.withResolvers();

  const fail = (reason) => waiting.splice(0).forEach(({ reject }) => reject(new Error(`store: ${reason}`)));
  const read = (chunk) => {
    unread += chunk;
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      const request = waiting.shift();
      if (line.startsWith('-')) request?.reject(new Error(`store: ${line.slice(1)}`));
      else request?.resolve(line.slice(1));
    }
  };
  const open = () => {
    unread = '';
    socket = net.connect(store);
    socket.setEncoding('utf8').setNoDelay(true);
    // An answer that is late would be taken for the next one: the connection goes, and what waits on it fails.
    socket.setTimeout(answerWithinMs, () => waiting.length > 0 && socket.destroy(new Error('no answer in time')));
    socket.once('connect', isConnected);
    socket.on('data', read);
    socket.on('error', (error) => fail(error.message));
    socket.on('close', () => {
      fail('connection lost');
      if (!closed) setTimeout(open, reconnectAfterMs);
    });
  };
  open();
  return {
    /** Settles when it is there for the first time. */
    connected,
    /** Sends one command whose answer is a single line. */
    send: (...words) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== 'open') return reject(new Error(`store: not connected to ${store.host}:${store.port}`));
        waiting.push({ resolve, reject });
        socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
      }),
    close: () => {
      closed = true;
      socket.destroy();
    },
  };
};

const redis = connect();

const answer = async (path) => {
  if (path === '/healthz') {
    await redis.send('PING');
    return [200, 'ok'];
  }
  if (path === '/') return [200, `visit ${await redis.send('INCR', 'visits')}, answered by ${os.hostname()}`];
  return [404, `nothing at ${path}: ask for / or /healthz`];
};

const server = http.createServer((request, response) => {
  answer(new URL(request.url, 'http://counter').pathname)
    .catch((error) => [503, error.message])
    .then(([status, text]) => response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`));
});
// Who finds the port open finds the store behind it.
redis.connected.then(() => server.listen(port, () => console.log(`${os.hostname()} listens on port ${port}`)));

/** Answers what has been asked, then goes. */
const stop = () => {
  server.close(() => redis.close());
  server.closeIdleConnections();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
