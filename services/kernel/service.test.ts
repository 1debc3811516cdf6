import assert from 'node:assert/strict';
import { open } from './service.ts';

describe('a service', () => {
  it('closes what it opened, last first, each after the one before has ended', async () => {
    const told: string[] = [];
    const thing = (name: string) => ({
      close: async () => {
        told.push(`${name} closing`);
        await Promise.resolve();
        told.push(`${name} closed`);
      },
    });
    const service = await open(async (keep) => {
      keep(thing('log'));
      keep(thing('bus'));
    });
    assert.deepEqual(told, []);
    await service.close();
    assert.deepEqual(told, ['bus closing', 'bus closed', 'log closing', 'log closed']);
  });

  it('closes what it had opened when its start fails, and says why it failed', async () => {
    let closed = 0;
    const start = open(async (keep) => {
      keep({ close: () => void closed++ });
      throw new Error('the port is taken');
    });
    await assert.rejects(start, /the port is taken/);
    assert.equal(closed, 1);
  });

  it('closes once, however often it is asked', async () => {
    let closed = 0;
    const service = await open(async (keep) => void keep({ close: () => void closed++ }));
    await Promise.all([service.close(), service.close()]);
    await service.close();
    assert.equal(closed, 1);
  });

  it('closes the rest when one thing does not close well, and says what did not', async () => {
    let closed = 0;
    const service = await open(async (keep) => {
      keep({ close: () => void closed++ });
      keep({
        close: (): void => {
          throw new Error('the log is gone');
        },
      });
    });
    await assert.rejects(async () => service.close(), /the log is gone/);
    assert.equal(closed, 1);
  });

  it('closes what is kept after it was asked to close', async () => {
    let closed = 0;
    const service = await open(async (keep) => {
      keep({ close: async () => void keep({ close: () => void closed++ }) });
    });
    await service.close();
    assert.equal(closed, 1);
  });
});
