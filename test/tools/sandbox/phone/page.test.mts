import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { postJson } from '../apiClient.mts';
import { PROVIDER } from '../receipt.mts';
import { PAGE_FOLDER, startWithPhones } from './phonePage.mts';

let sandbox: Sandbox;
let page: string;

beforeAll(async () => {
	sandbox = await startWithPhones();
	page = `${sandbox.url}/phone`;
});
afterAll(async () => await sandbox.close());

describe('the page', () => {
	it.each(['/', '/phone'])('is where %s leads', async (path) => {
		const answer = await fetch(`${sandbox.url}${path}`);
		expect(answer.url).toBe(`${page}/`);
		expect(await answer.text()).toContain('<h1>Sandbox phones</h1>');
	});

	it.each(readdirSync(PAGE_FOLDER))('serves %s as it is, under its type', async (name) => {
		const answer = await fetch(`${page}/${name}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch(
			/^text\/(html|css|javascript); charset=utf-8$/,
		);
		expect(await answer.text()).toBe(readFileSync(join(PAGE_FOLDER, name), 'utf8'));
	});

	it.each(['..%2f..%2fcli.mts', 'missing.js', '..%2fpage%2findex.html'])(
		'serves no other file: %s',
		async (name) => {
			expect((await fetch(`${page}/${name}`)).status).toBe(404);
		},
	);

	it('runs nothing but its own scripts and talks to its own server alone', async () => {
		const policy = (await fetch(`${page}/`)).headers.get('content-security-policy') ?? '';
		expect(policy.split('; ')).toEqual(
			expect.arrayContaining([
				"default-src 'none'",
				"script-src 'self'",
				"style-src 'self'",
				"connect-src 'self'",
				"frame-ancestors 'none'",
			]),
		);
		expect(policy).not.toContain('unsafe');
	});

	it('holds no inline script or style and no address outside', () => {
		const html = readFileSync(join(PAGE_FOLDER, 'index.html'), 'utf8');
		expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*src="[a-z]+\.js")/);
		for (const name of readdirSync(PAGE_FOLDER)) {
			const text = readFileSync(join(PAGE_FOLDER, name), 'utf8');
			const addresses = text.match(/https?:\/\/[^\s'"<]+/g) ?? [];
			expect(
				addresses.filter((address) => !/127\.0\.0\.1|www\.w3\.org\/2000\/svg/.test(address)),
			).toEqual([]);
		}
	});

	it('names every control for a screen reader', () => {
		const html = readFileSync(join(PAGE_FOLDER, 'index.html'), 'utf8');
		expect(html).toContain('<html lang="en">');
		for (const landmark of ['<header', '<main', '<aside']) expect(html).toContain(landmark);
		expect(html).toMatch(/id="announcer"[^>]*aria-live="polite"/);
	});

	it('is not there unless it was asked for', async () => {
		const plain = await startSandbox();
		expect((await fetch(`${plain.url}/phone/`)).status).toBe(404);
		await plain.close();
	});
});

describe('who may steer it', () => {
	const steer = async (headers: Record<string, string>) =>
		await new Promise<number | undefined>((resolve, reject) => {
			request(`${page}/messages`, { method: 'POST', headers }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			})
				.on('error', reject)
				.end();
		});

	it.each([
		['nobody under a foreign name', { host: 'attacker.example' }, 403],
		['no page from elsewhere', { origin: 'https://attacker.example' }, 403],
	])('is %s', async (_who, headers, status) => {
		expect(await steer(headers)).toBe(status);
	});

	it('is the page itself', async () => {
		expect(await steer({ origin: sandbox.url })).toBe(400);
	});
});

describe('the webhook URL', () => {
	const set = async (url: unknown, provider: unknown = PROVIDER) =>
		await postJson(`${page}/webhook-url`, { provider, url });

	it.each([
		'http://127.0.0.1:5678/webhook/whatsapp',
		'http://localhost:5678/webhook/whatsapp',
		'http://[::1]:5678/webhook/whatsapp',
		'https://127.0.0.1/webhook',
	])('may be on this machine: %s', async (url) => {
		expect(await set(` ${url} `)).toMatchObject({ status: 200, body: { webhookUrl: url } });
	});

	it.each([
		['https://example.com/webhook', 'this machine only'],
		['http://127.0.0.1.example.com/webhook', 'this machine only'],
		['http://192.168.1.2:5678/webhook', 'this machine only'],
		['http://0.0.0.0:5678/webhook', 'this machine only'],
		['http://user:pass@127.0.0.1/webhook', 'user name or password'],
		['file:///etc/hosts', 'must be an http address'],
		['webhook', 'must be an http address'],
		['', 'must be an http address'],
		[7, 'must be an http address'],
	])('may not be %p', async (url, reason) => {
		expect(await set(url)).toMatchObject({
			status: 400,
			body: { error: { message: expect.stringContaining(reason) } },
		});
	});

	it('is checked at the start too', async () => {
		await expect(startWithPhones({ [PROVIDER]: 'https://example.com/' })).rejects.toThrow(
			'this machine only',
		);
	});
});
