import assert from 'node:assert/strict';
import { openLab, type Lab } from './lab.ts';
import { openMachine, type Machine } from './machine.ts';

/** For each test of a suite: a machine on which nothing runs yet, beside another one that can reach it. */
export const machineForEach = (): (() => Machine) => {
  let lab: Lab;
  let machine: Machine;
  beforeEach(() => {
    lab = openLab(2);
    const [node] = lab.nodes;
    assert.ok(node);
    machine = openMachine(lab.tag, node);
  });
  afterEach(async () => {
    await machine.close();
    lab[Symbol.dispose]();
  });
  return () => machine;
};
