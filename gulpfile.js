'use strict';

const { Transform } = require('node:stream');
const { dest, series, src } = require('gulp');
const { ICONS, MASTERS, checkIcons: findIconFaults } = require('./tools/icons/check.js');
const { renderMaster } = require('./tools/icons/render.js');
const { findContentFaults } = require('./tools/package/contents.js');

/** One master drawing in, its light and its dark icon out. */
function renderThemes() {
	return new Transform({
		objectMode: true,
		transform(master, _encoding, done) {
			try {
				for (const { fileName, svg } of renderMaster(master.path, master.contents.toString())) {
					const icon = master.clone();
					icon.basename = fileName;
					icon.contents = Buffer.from(svg);
					this.push(icon);
				}
				done();
			} catch (error) {
				done(withoutStack(error));
			}
		},
	});
}

function drawIcons() {
	return src(`${MASTERS}/*.svg`).pipe(renderThemes()).pipe(dest(ICONS));
}
drawIcons.description = 'Draw the light and dark icons from their masters';

async function checkIcons() {
	refuse('icons', findIconFaults(__dirname));
}
checkIcons.description = 'Check that the icons are up to date, safe, and all there';

async function checkContents() {
	refuse('package', findContentFaults(__dirname));
}
checkContents.description = 'Check that what would be published is complete and holds nothing else';

function refuse(subject, faults) {
	if (faults.length === 0) return;
	throw withoutStack(new Error(`${subject}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`));
}

/** gulp prints the message alone when told so; a stack says nothing about a drawing. */
function withoutStack(error) {
	return Object.assign(error, { showStack: false });
}

const icons = series(drawIcons, checkIcons);
icons.description = 'Draw the icons and check them';

module.exports = { icons, drawIcons, checkIcons, checkContents };
