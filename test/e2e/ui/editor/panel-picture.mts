import type { Stage } from '../test.mts';
import { withHeight } from '../browser/window.mts';
import { atRest } from './at-rest.mts';
import type { Clip } from '../pictures/folder.mts';
import { marked } from './test-ids.mts';

/** Space around the fields, in pixels. */
const MARGIN = 16;

/** High enough for the longest panel without scrolling. */
const HEIGHT = 1100;

/** Takes a picture of the middle of the open panel: its tabs and its fields, down to the last one. */
export async function takeFieldsColumn(stage: Stage, name: string): Promise<void> {
	await withHeight(stage.page, HEIGHT, async () => {
		await stage.pictures.take(name, stage.page, await atRest(async () => await column(stage)));
	});
}

async function column({ page }: Stage): Promise<Clip> {
	const boxOf = async (testId: string): Promise<Clip> => {
		const box = await page
			.locator(`${marked(testId)}:visible`)
			.last()
			.boundingBox();
		if (!box) throw new Error(`The panel shows no ${testId}`);
		return box;
	};
	const tabs = await boxOf('tab-params');
	const button = await boxOf('node-execute-button');
	const last = await boxOf('collection-parameter-add');
	const y = button.y - MARGIN / 2;
	return {
		x: tabs.x,
		y,
		width: button.x + button.width + MARGIN / 2 - tabs.x,
		height: last.y + last.height + MARGIN - y,
	};
}
