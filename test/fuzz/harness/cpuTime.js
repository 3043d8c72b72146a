/** Time that this process has spent computing: other programs on the machine do not count. */
exports.cpuMilliseconds = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};
