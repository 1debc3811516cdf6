/** The part of an OCI image's config that says how to run it. */
export type ImageConfig = {
  Env: readonly string[];
  Cmd: readonly string[];
  Entrypoint?: readonly string[];
  WorkingDir?: string;
  ExposedPorts?: Readonly<Record<string, object>>;
  Volumes?: Readonly<Record<string, object>>;
};

/** How one image is made from Debian packages. Its name is a registry's own, so that one compose file serves both. */
export type Recipe = {
  reference: string;
  /** Packages to unpack, with every library they need. */
  packages: readonly string[];
  /** Only packages so named are followed: what maintainer scripts would need (perl, adduser, debconf…) is left out. */
  follow: RegExp;
  /** Files put in beside the packages' own. */
  files: Readonly<Record<string, { mode: number; text: string } | { mode: number; copyOf: string }>>;
  config: ImageConfig;
  /** Run inside the finished root: each must end well, or there is no image. */
  proofs: readonly (readonly string[])[];
};

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const libraries = /^(lib|lua|zlib)/;

/** `redis-server` refuses strangers unless told otherwise; the official image has that switched off, and so has this one. */
const redisEntrypoint = `#!/bin/sh
set -e
case "$1" in
  -* | *.conf) set -- redis-server "$@" ;;
esac
if [ "$1" = redis-server ]; then
  set -- "$@" --protected-mode no
fi
exec "$@"
`;

const nodeEntrypoint = `#!/bin/sh
set -e
case "$1" in
  -*) set -- node "$@" ;;
  *) command -v "$1" >/dev/null 2>&1 || set -- node "$@" ;;
esac
exec "$@"
`;

/** `nodeBinary` is the Node 24 that npm brought, `nodeVersion` what it says of itself. */
export const recipes = (nodeBinary: string, nodeVersion: string): readonly Recipe[] => [
  {
    reference: 'busybox:latest',
    packages: [],
    follow: libraries,
    files: {},
    config: { Env: [path], Cmd: ['sh'] },
    proofs: [['sh', '-c', 'echo busybox works']],
  },
  {
    reference: 'redis:7',
    packages: ['redis-server', 'redis-tools'],
    follow: libraries,
    files: { 'usr/local/bin/docker-entrypoint.sh': { mode: 0o755, text: redisEntrypoint } },
    config: {
      Env: [path],
      Entrypoint: ['docker-entrypoint.sh'],
      Cmd: ['redis-server'],
      WorkingDir: '/data',
      ExposedPorts: { '6379/tcp': {} },
      Volumes: { '/data': {} },
    },
    proofs: [['redis-server', '--version'], ['redis-cli', '--version'], ['docker-entrypoint.sh', '--version']],
  },
  {
    reference: 'node:24-slim',
    packages: ['libstdc++6'],
    follow: libraries,
    files: {
      'usr/local/bin/node': { mode: 0o755, copyOf: nodeBinary },
      'usr/local/bin/docker-entrypoint.sh': { mode: 0o755, text: nodeEntrypoint },
    },
    config: { Env: [path, `NODE_VERSION=${nodeVersion}`], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['node'] },
    proofs: [['node', '--eval', 'console.log(process.version)'], ['docker-entrypoint.sh', '--version']],
  },
];
