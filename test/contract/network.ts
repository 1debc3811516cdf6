import assert from 'node:assert/strict';
import type { Attach, Network, NetworkView } from '../../services/node-agent/effects/network/port.ts';
import { attachment, viewOf } from './network-view.ts';

/** A node to run the suite on. */
export type NetworkFixture = {
  network: Network;
  /** A new agent on the same node, as after the old one was killed. */
  reopen: () => Promise<Network>;
  /** Lets another program have a TCP port of the node. */
  occupy: (port: number) => Promise<void>;
  close: () => Promise<void>;
};

const BUSY_PORT = 18_080;

/** What every implementation of the port promises. */
export const networkContract = (name: string, open: () => Promise<NetworkFixture>): void => {
  describe(`network contract: ${name}`, () => {
    let fixture: NetworkFixture;
    let network: Network;
    const web: Attach = attachment('web', [{ address: '10.30.1.2' }]);
    const view = (change: Partial<NetworkView> = {}): NetworkView => viewOf({ node: 1, ...change });
    const ids = async (): Promise<string[]> => (await network.list()).map(({ containerId }) => containerId).sort();

    beforeEach(async () => {
      fixture = await open();
      network = fixture.network;
    });
    afterEach(() => fixture.close());

    it('has no containers at first', async () => {
      assert.deepEqual(await network.list(), []);
    });

    it('gives an attached container a namespace of its own and lists it', async () => {
      await network.apply(view());
      const { netns } = await network.attach(web);
      assert.deepEqual(await network.list(), [{ containerId: 'web', netns }]);
      const other = await network.attach(attachment('other', [{ address: '10.30.1.3' }]));
      assert.notEqual(other.netns, netns);
    });

    it('gives the same namespace when a container is attached again', async () => {
      await network.apply(view());
      assert.deepEqual(await network.attach(web), await network.attach(web));
    });

    it('attaches a container without interfaces', async () => {
      await network.apply(view());
      await network.attach(attachment('alone', []));
      assert.deepEqual(await ids(), ['alone']);
    });

    it('refuses a network that the node does not have, names it and leaves nothing behind', async () => {
      await network.apply(view({ networks: [] }));
      await assert.rejects(network.attach(web), /network app-network is not on this node/);
      assert.deepEqual(await ids(), []);
    });

    it('forgets a detached container, and detaching it again is no error', async () => {
      await network.apply(view());
      await network.attach(web);
      await network.detach('web');
      await network.detach('web');
      await network.detach('never-was');
      assert.deepEqual(await ids(), []);
    });

    it('attaches a container again that was detached', async () => {
      await network.apply(view());
      await network.attach(web);
      await network.detach('web');
      await network.attach(web);
      assert.deepEqual(await ids(), ['web']);
    });

    it('applies the same view twice', async () => {
      await network.apply(view());
      await network.apply(view());
    });

    it('tells which host port another program has, and is right again once the view leaves it out', async () => {
      await fixture.occupy(BUSY_PORT);
      const backends = [{ address: '10.30.1.2', port: 80, local: true }];
      const published = [
        { protocol: 'tcp', hostPort: BUSY_PORT, backends },
        { protocol: 'tcp', hostPort: BUSY_PORT + 1, backends },
      ] as const;
      await assert.rejects(network.apply(view({ published })), new RegExp(`0\\.0\\.0\\.0:${BUSY_PORT}.*in use by another program`));
      await network.apply(view({ published: published.slice(1) }));
    });

    it('shows a restarted agent what is attached', async () => {
      await network.apply(view());
      const { netns } = await network.attach(web);
      await network.close();
      network = await fixture.reopen();
      assert.deepEqual(await network.list(), [{ containerId: 'web', netns }]);
      await network.apply(view());
      assert.deepEqual(await network.attach(web), { netns });
    });

    it('refuses calls once it is closed', async () => {
      await network.close();
      await assert.rejects(network.list(), /closed/);
    });
  });
};
