/** The Docker Engine API 1.51 by its documented operations. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const endpoints: readonly string[] = `
GET /_ping
HEAD /_ping
GET /version
GET /info
GET /events
GET /system/df
POST /auth
GET /containers/json
POST /containers/create
GET /containers/{id}/json
GET /containers/{id}/top
GET /containers/{id}/logs
GET /containers/{id}/changes
GET /containers/{id}/export
GET /containers/{id}/stats
POST /containers/{id}/resize
POST /containers/{id}/start
POST /containers/{id}/stop
POST /containers/{id}/restart
POST /containers/{id}/kill
POST /containers/{id}/update
POST /containers/{id}/rename
POST /containers/{id}/pause
POST /containers/{id}/unpause
POST /containers/{id}/attach
GET /containers/{id}/attach/ws
POST /containers/{id}/wait
DELETE /containers/{id}
HEAD /containers/{id}/archive
GET /containers/{id}/archive
PUT /containers/{id}/archive
POST /containers/prune
POST /containers/{id}/exec
POST /exec/{id}/start
POST /exec/{id}/resize
GET /exec/{id}/json
GET /images/json
POST /build
POST /build/prune
POST /images/create
GET /images/{name}/json
GET /images/{name}/history
POST /images/{name}/push
POST /images/{name}/tag
DELETE /images/{name}
GET /images/search
POST /images/prune
POST /commit
GET /images/{name}/get
GET /images/get
POST /images/load
GET /distribution/{name}/json
POST /session
GET /networks
GET /networks/{id}
DELETE /networks/{id}
POST /networks/create
POST /networks/{id}/connect
POST /networks/{id}/disconnect
POST /networks/prune
GET /volumes
POST /volumes/create
GET /volumes/{name}
PUT /volumes/{name}
DELETE /volumes/{name}
POST /volumes/prune
GET /plugins
GET /plugins/privileges
POST /plugins/pull
GET /plugins/{name}/json
DELETE /plugins/{name}
POST /plugins/{name}/enable
POST /plugins/{name}/disable
POST /plugins/{name}/upgrade
POST /plugins/create
POST /plugins/{name}/push
POST /plugins/{name}/set
GET /nodes
GET /nodes/{id}
DELETE /nodes/{id}
POST /nodes/{id}/update
GET /swarm
POST /swarm/init
POST /swarm/join
POST /swarm/leave
POST /swarm/update
GET /swarm/unlockkey
POST /swarm/unlock
GET /services
POST /services/create
GET /services/{id}
DELETE /services/{id}
POST /services/{id}/update
GET /services/{id}/logs
GET /tasks
GET /tasks/{id}
GET /tasks/{id}/logs
GET /secrets
POST /secrets/create
GET /secrets/{id}
DELETE /secrets/{id}
POST /secrets/{id}/update
GET /configs
POST /configs/create
GET /configs/{id}
DELETE /configs/{id}
POST /configs/{id}/update
`.trim().split('\n');

// Words that are never an id: `/containers/json` is not `/containers/{id}`. A name of an image has slashes.
const patterns = endpoints
  .map((endpoint) => {
    const [method = '', path = ''] = endpoint.split(' ');
    return { endpoint, method, pattern: new RegExp(`^${path.replace('{name}', '.+').replace('{id}', '[^/]+')}$`), literal: !path.includes('{') };
  })
  .toSorted((a, b) => Number(b.literal) - Number(a.literal));

/** Which operation a request is; nothing for one that Docker does not document. */
export const endpointOf = (method: string, url: string): string | undefined => {
  const path = decodeURIComponent((url.split('?')[0] ?? '').replace(/^\/v\d+\.\d+/, ''));
  return patterns.find((one) => one.method === method && one.pattern.test(path))?.endpoint;
};
