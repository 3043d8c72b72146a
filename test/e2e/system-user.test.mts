import { findUser } from '../../e2e/host/system-user.mts';

const PASSWD = [
	'root:x:0:0:root:/root:/bin/bash',
	'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin',
	'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash',
	'',
].join('\n');

describe('the account for a program that refuses to run as root', () => {
	it('is the first of the wanted ones that exists', () => {
		expect(findUser(PASSWD, ['postgres', 'nobody'])).toEqual({ uid: 101, gid: 104 });
		expect(findUser(PASSWD, ['nowhere', 'nobody'])).toEqual({ uid: 65534, gid: 65533 });
	});

	it('is none when none of them exists', () => {
		expect(findUser(PASSWD, ['nowhere'])).toBeUndefined();
	});
});
