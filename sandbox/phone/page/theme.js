const KEY = 'sandbox-phones-theme';

/** Follows the system unless somebody chose otherwise; the choice is kept in this browser. */
export function followTheme() {
	const select = document.getElementById('theme');
	select.value = stored() ?? 'system';
	apply(select.value);
	select.addEventListener('change', () => {
		apply(select.value);
		store(select.value);
	});
}

function apply(theme) {
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
	else delete document.documentElement.dataset.theme;
}

function stored() {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

function store(theme) {
	try {
		localStorage.setItem(KEY, theme);
	} catch {
		// A browser that keeps nothing: the choice holds until the page is left.
	}
}
