import assert from 'node:assert/strict';
import { resolveUser, userNames } from './container-user.ts';
import { StartError } from './port.ts';

const files = {
  passwd: 'root:x:0:0:root:/root:/bin/sh\n# comment\nbroken\napp:x:1000:1001:App:/home/app:/bin/sh\nwrong:x:99999999999:0::/:\n',
  group: 'root:x:0:\nwheel:x:10:root,app\napp:x:1001:\nvideo:x:44:app\n',
};
const none = { passwd: '', group: '' };

describe('a container’s user', () => {
  it('is root with root’s groups when none is named', () => {
    assert.deepEqual(resolveUser('', [], files), { uid: 0, gid: 0, additionalGids: [0, 10], home: '/root' });
  });

  it('has the groups that list it and its home, by name and by number alike', () => {
    const app = { uid: 1000, gid: 1001, additionalGids: [1001, 10, 44], home: '/home/app' };
    assert.deepEqual(resolveUser('app', [], files), app);
    assert.deepEqual(resolveUser('1000', [], files), app);
  });

  it('may be a number the image does not know: group 0, home /', () => {
    assert.deepEqual(resolveUser('4711', [], files), { uid: 4711, gid: 0, additionalGids: [0], home: '/' });
    assert.deepEqual(resolveUser('4711:12', [], none), { uid: 4711, gid: 12, additionalGids: [12], home: '/' });
  });

  it('takes the group that is named, and those added', () => {
    assert.deepEqual(resolveUser('app:video', ['wheel', '77'], files), { uid: 1000, gid: 44, additionalGids: [44, 10, 77], home: '/home/app' });
  });

  const refusals = [['nobody', /unable to find user nobody/], ['app:nogroup', /unable to find group nogroup/], ['4294967296', /ids go from 0 to 2147483647/], ['+0', /unable to find user/], ['-1', /unable to find user/]] as const;
  for (const [user, message] of refusals) {
    it(`is refused with 125 when it is ${user}`, () => {
      assert.throws(() => resolveUser(user, [], files), (error) => error instanceof StartError && error.failure.exitCode === 125 && message.test(error.message));
    });
  }

  it('has the name of the first entry with its number', () => {
    assert.equal(userNames('toor:x:0:0::/:\nroot:x:0:0::/:\n').get(0), 'toor');
  });
});
