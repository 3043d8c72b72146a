import { Listr, PRESET_TIMER } from 'listr2';

const SECONDS_BETWEEN_NEWS = 15;

/**
 * Runs one step of the start under a title: a spinner in a terminal, plain lines elsewhere, and a
 * word now and then while it takes long.
 * @param work may tell how far it is
 * @returns what the work returns
 * @throws what the work throws
 */
export async function step<Result>(
	title: string,
	work: (tell: (news: string) => void) => Promise<Result>,
): Promise<Result> {
	const outcome: { result?: Result } = {};
	await new Listr(
		[
			{
				title,
				task: async (_context, task) => {
					const startedAt = Date.now();
					const news = setInterval(() => {
						task.output = `still at it after ${Math.round((Date.now() - startedAt) / 1000)} s`;
					}, SECONDS_BETWEEN_NEWS * 1000);
					try {
						outcome.result = await work((text) => {
							task.output = text;
							news.refresh();
						});
					} finally {
						clearInterval(news);
					}
				},
			},
		],
		{
			// Ctrl-C has work to do that listr2 knows nothing of.
			registerSignalListeners: false,
			rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false },
			fallbackRendererOptions: { timer: PRESET_TIMER },
		},
	).run();
	return outcome.result as Result;
}
