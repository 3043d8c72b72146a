/**
 * Posts what is done on a phone, and shows what went wrong beside it.
 *
 * @param {HTMLElement} unit the phone with its switches
 * @param {string} provider
 * @param {() => 'direct'|'group'} chat the chat that is open
 */
export function listenToForms(unit, provider, chat) {
	const [input, author, problem, condition, target] = [
		'.compose input',
		'.author select',
		'.composer .problem',
		'.condition',
		'.target',
	].map((selector) => unit.querySelector(selector));

	unit.querySelector('.composer').addEventListener('submit', async (event) => {
		event.preventDefault();
		const action = event.submitter?.dataset.action ?? 'text';
		const takesText = action !== 'voice';
		problem.textContent = await post('messages', {
			provider,
			chat: chat(),
			action,
			text: takesText ? input.value : null,
			author: Number(author.value),
		});
		if (takesText && problem.textContent === '') input.value = '';
	});
	condition.addEventListener('change', async () => {
		problem.textContent = await post('condition', { provider, condition: condition.value });
	});
	target.querySelector('form').addEventListener('submit', async (event) => {
		event.preventDefault();
		const url = target.querySelector('input').value;
		const wrong = await post('webhook-url', { provider, url });
		target.querySelector('.problem').textContent = wrong;
		target.open = wrong !== '';
	});
}

/**
 * Posts to the page's own server.
 *
 * @returns {Promise<string>} what went wrong, in words; empty when all went well
 */
export async function post(path, body) {
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.ok ? '' : (await response.json()).error.message;
	} catch {
		return 'The sandbox does not respond. Is it still running?';
	}
}
