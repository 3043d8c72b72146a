/** The selector of an element that n8n's editor has marked for tests. */
export function marked(testId: string): string {
	return `[data-test-id="${testId}"]`;
}
