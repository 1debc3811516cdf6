import assert from 'node:assert/strict';
import { Container, ContainerSpec, type ReplicaOf } from '#proto/container.ts';
import { labelledProjects } from './labelled-projects.ts';

const container = (state: string, labels: Record<string, string>, replicaOf?: ReplicaOf): Container => ({ ...Container.decode(new Uint8Array()), state, sequence: 7, spec: { ...ContainerSpec.decode(new Uint8Array()), image: 'busybox', labels, ...(replicaOf && { replicaOf }) } });
const of = (project: string, service: string, more: Record<string, string> = {}) => ({ 'com.docker.compose.project': project, 'com.docker.compose.service': service, ...more });

describe('projects of docker compose', () => {
  it('are told by labels, with their services', () => {
    const found = labelledProjects([container('running', of('shop', 'web')), container('exited', of('shop', 'web')), container('running', of('shop', 'db')), container('exited', of('old', 'x')), container('running', {})]);
    assert.deepEqual(found.map(({ name, state, managedBy, services }) => [name, state, managedBy, services.map((one) => `${one.name} ${one.running}/${one.replicas}`)]), [
      ['old', 'stopped', 'docker compose', ['x 0/1']],
      ['shop', 'up', 'docker compose', ['db 1/1', 'web 1/2']],
    ]);
  });
  it('do not count commands that were run in a container of their own', () =>
    assert.deepEqual(labelledProjects([container('running', of('shop', 'web')), container('running', of('shop', 'web', { 'com.docker.compose.oneoff': 'True' }))])[0]?.services.map(({ replicas }) => replicas), [1]));
  it("are not those of the platform's own", () =>
    assert.deepEqual(labelledProjects([container('running', of('own', 'web'), { serviceId: 's', serviceName: 'web', project: 'own', slot: 1, templateVersion: 1 })]), []));
});
