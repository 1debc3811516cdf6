import assert from 'node:assert/strict';
import type { PublishedPort } from '../port.ts';
import { tableChange, tableContent, wholeTable, type Rules } from './ruleset.ts';

const local = (address: string) => ({ address, port: 80, local: true });
const remote = (address: string) => ({ address, port: 80, local: false });
const port = (hostPort: number, backends: PublishedPort['backends'], change: Partial<PublishedPort> = {}): PublishedPort => ({ protocol: 'tcp', hostPort, backends, ...change });
const rules = (published: readonly PublishedPort[], bridges: Rules['bridges'] = []): ReturnType<typeof tableContent> => tableContent({ bridges, published });
const change = (before: readonly PublishedPort[], after: readonly PublishedPort[]): string[] => tableChange('t', rules(before), rules(after))?.split('\n') ?? [];

describe('the ruleset of a node', () => {
  it('replaces whatever table was there in one transaction', () => {
    assert.match(wholeTable('t', rules([])), /^table inet t\ndelete table inet t\ntable inet t \{/);
  });

  it('has one map element for a port with one backend', () => {
    assert.deepEqual(change([], [port(8080, [local('10.0.0.2')])]), ['add element inet t ports { tcp . 8080 : 10.0.0.2 . 80 }']);
  });

  it('has an element with its address for a port that is published on one address', () => {
    assert.deepEqual(change([], [port(53, [local('10.0.0.2')], { protocol: 'udp', hostAddress: '127.0.0.1' })]), [
      'add element inet t ports_at { 127.0.0.1 . udp . 53 : 10.0.0.2 . 80 }',
    ]);
  });

  it('has a chain that chooses at random for a port with several backends, made before anything leads to it', () => {
    assert.deepEqual(change([], [port(8080, [local('10.0.0.2'), local('10.0.0.3')])]), [
      'add chain inet t port_tcp_8080',
      'flush chain inet t port_tcp_8080',
      'add rule inet t port_tcp_8080 meta l4proto tcp dnat ip to numgen random mod 2 map { 0 : 10.0.0.2 . 80, 1 : 10.0.0.3 . 80 }',
      'add element inet t spread { tcp . 8080 : jump port_tcp_8080 }',
    ]);
  });

  it('rewrites only the chain when the backends of a port change', () => {
    const lines = change([port(8080, [local('10.0.0.2'), local('10.0.0.3')])], [port(8080, [local('10.0.0.2'), local('10.0.0.4')])]);
    assert.deepEqual(lines.map((line) => line.split(' ').slice(0, 2).join(' ')), ['flush chain', 'add rule']);
  });

  it('drops the chain when one backend is left, once nothing leads to it', () => {
    assert.deepEqual(change([port(8080, [local('10.0.0.2'), local('10.0.0.3')])], [port(8080, [local('10.0.0.3')])]), [
      'delete element inet t spread { tcp . 8080 }',
      'add element inet t ports { tcp . 8080 : 10.0.0.3 . 80 }',
      'flush chain inet t port_tcp_8080',
      'delete chain inet t port_tcp_8080',
    ]);
  });

  it('replaces the element of a port that moves to another container', () => {
    assert.deepEqual(change([port(8080, [local('10.0.0.2')])], [port(8080, [local('10.0.0.3')])]), [
      'delete element inet t ports { tcp . 8080 }',
      'add element inet t ports { tcp . 8080 : 10.0.0.3 . 80 }',
    ]);
  });

  it('marks backends on other nodes, whose answers must come back here', () => {
    assert.ok(change([], [port(8080, [remote('10.0.0.9')])]).includes('add element inet t remote { 10.0.0.9 }'));
  });

  it('leads a port that is published twice to the backends of both', () => {
    assert.deepEqual(change([port(80, [local('10.0.0.2'), local('10.0.0.3')])], [port(80, [local('10.0.0.2')]), port(80, [local('10.0.0.3')])]), []);
  });

  it('has nothing for a port without backends', () => {
    assert.deepEqual(change([], [port(8080, [])]), []);
  });

  it('changes nothing when nothing changed', () => {
    const same = [port(8080, [local('10.0.0.2'), remote('10.0.0.3')]), port(81, [local('10.0.0.2')])];
    assert.deepEqual(change(same, same), []);
  });

  it('knows the bridges, the address to answer from, and which are internal', () => {
    const text = wholeTable('t', rules([], [{ name: 'ldb1', nodeAddress: '10.0.0.1', internal: true }]));
    for (const line of ['bridges { "ldb1" }', 'same { "ldb1" . "ldb1" }', 'node_address { "ldb1" : 10.0.0.1 }', 'internal { "ldb1" }']) {
      assert.ok(text.includes(`add element inet t ${line}`), line);
    }
  });
});
