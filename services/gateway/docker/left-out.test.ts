import assert from 'node:assert/strict';
import { tell } from '../http/status.ts';
import { unrouted } from './left-out.ts';

const told = (request: string): string => {
  const [method = '', path = ''] = request.split(' ');
  const { status, message } = tell(unrouted(method, path));
  return `${status} ${message}`;
};

describe('requests that no route takes', () => {
  it('what is Swarm\'s is answered as by a dockerd without one', () => {
    for (const request of ['GET /swarm', 'GET /services', 'GET /tasks/x', 'GET /swarm/unlockkey', 'POST /services/create', 'POST /nodes/x/update', 'DELETE /secrets/x', 'GET /services/x/logs'])
      assert.match(told(request), /^503 This node is not a swarm manager\./, request);
    assert.equal(told('POST /swarm/leave'), '503 This node is not part of a swarm');
  });
  it('what is left out says so, and what to do', () => {
    for (const request of ['POST /swarm/init', 'POST /session', 'POST /grpc', 'POST /plugins/pull', 'POST /plugins/a/b/enable', 'GET /containers/x/attach/ws', 'GET /containers/x/checkpoints'])
      assert.match(told(request), /^501 .+: .+|^501 checkpoints are not there$/, request);
    assert.equal(told('GET /plugins/x/json'), '404 plugin "x" not found');
  });
  it('the rest is not there, methods included', () => {
    for (const request of ['GET /nosuch', 'DELETE /swarm/x', 'PUT /containers/json', 'POST /_ping', 'GET /session']) assert.equal(told(request), '404 page not found', request);
  });
});
