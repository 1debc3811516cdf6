import { fakeMachine, fakeNetwork } from '../../services/node-agent/effects/network/fake.ts';
import { networkContract, type NetworkFixture } from './network.ts';
import { openLab, serve, whyNoLab } from './network-lab.ts';

const openFake = async (): Promise<NetworkFixture> => {
  const machine = fakeMachine();
  return {
    network: fakeNetwork(machine),
    reopen: async () => fakeNetwork(machine),
    occupy: async (port) => void machine.busyPorts.add(`0.0.0.0:${port}`),
    close: async () => {},
  };
};

const openReal = async (): Promise<NetworkFixture> => {
  const lab = await openLab(1);
  const [node] = lab.nodes;
  if (node === undefined) throw new Error('a lab of one node has none');
  return {
    network: node.network,
    reopen: async () => node.reopen(),
    occupy: async (port) => void (await serve(node.netns, port, 'other program')).unref(),
    close: lab.close,
  };
};

networkContract('fake', openFake);

const why = whyNoLab();
if (why === undefined) networkContract('netd', openReal);
else describe(`network contract: netd [skipped ${why}]`, () => void it.skip(`makes networks in the kernel, which can't be done ${why}`));
