export type NatsUser = { nodeId: string; publicKey: string };

export type NatsConfig = {
  name: string;
  listen: string;
  store: string;
  durability: 'always' | 'relaxed';
  pidFile: string;
  logBytesMax: number;
  /** The platform's services: everything. */
  services: string;
  /** Users' programs: commands, queries and the log, read only. */
  clients: string;
  /** Agents: each may speak for its own node only. */
  agents: readonly NatsUser[];
  /** Files of a certificate and its key, where other machines connect. */
  tls?: { cert: string; key: string };
};

const list = (subjects: readonly string[]): string => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;

/**
 * The server's configuration. Agents live in an account of their own: a reply subject makes the server publish
 * on behalf of who asked, which permissions don't stop, but an account boundary does.
 */
export const natsConfig = (config: NatsConfig): string => `\
# Written by lading at every start.
server_name: ${JSON.stringify(config.name)}
listen: ${JSON.stringify(config.listen)}
pid_file: ${JSON.stringify(config.pidFile)}
max_payload: 8MB
max_connections: 8192
write_deadline: "5s"
ping_interval: "10s"
ping_max: 2
authorization { timeout: 10 }
${config.tls ? `tls { cert_file: ${JSON.stringify(config.tls.cert)}, key_file: ${JSON.stringify(config.tls.key)}, min_version: "1.3", timeout: 5 }\n` : ''}jetstream {
  store_dir: ${JSON.stringify(config.store)}
  max_file_store: ${config.logBytesMax * 2}
  max_memory_store: 67108864
  sync_interval: ${config.durability === 'always' ? 'always' : '"2m"'}
}
accounts {
  SERVICES {
    jetstream: enabled
    users: [
      { nkey: ${config.services} }
      { nkey: ${config.clients}, permissions: {
        publish: { allow: ${list(['cmd.>', 'qry.>', '$JS.API.INFO', '$JS.API.STREAM.INFO.EVT', '$JS.API.STREAM.NAMES', '$JS.API.CONSUMER.CREATE.EVT.>', '$JS.API.CONSUMER.CREATE.EVT', '$JS.API.CONSUMER.INFO.EVT.>', '$JS.API.CONSUMER.MSG.NEXT.EVT.>', '$JS.API.CONSUMER.DELETE.EVT.>', '$JS.API.DIRECT.GET.EVT', '$JS.API.DIRECT.GET.EVT.>', '$JS.FC.>', '$JS.ACK.EVT.>'])} }
        subscribe: { allow: ${list(['live.evt.>', '_INBOX.>'])} }
      } }
    ]
    exports: [
      { service: "rpt.>", accounts: [AGENTS] }
      { stream: "work.>", accounts: [AGENTS] }
    ]
    imports: [
      { stream: { account: AGENTS, subject: "hb.>" } }
    ]
  }
  AGENTS {
    users: [
${config.agents.map(agentUser).join('')}    ]
    exports: [
      { stream: "hb.>", accounts: [SERVICES] }
    ]
    imports: [
      { service: { account: SERVICES, subject: "rpt.>" } }
      { stream: { account: SERVICES, subject: "work.>" } }
    ]
  }
  SYSTEM { users: [] }
}
system_account: SYSTEM
`;

const agentUser = ({ nodeId, publicKey }: NatsUser): string => `\
      { nkey: ${publicKey}, permissions: {
        publish: { allow: ${list([`rpt.${nodeId}.>`, `hb.${nodeId}`])} }
        subscribe: { allow: ${list([`work.${nodeId}.>`, `_INBOX_${nodeId}.>`])} }
      } }
`;
