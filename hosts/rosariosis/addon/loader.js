// SPDX-License-Identifier: GPL-2.0-or-later
// The host puts pages in without loading anew, and then leaves scripts of type "module" alone.
// Importing one twice runs it once, so this may be run after every fragment.
(function () {
	document.querySelectorAll('.tng script[type="module"][src]').forEach(function (script) {
		import(script.src);
	});

	if (window.tsunagiKeys) {
		return;
	}

	// A tab lies inside the host's own form, which the Enter key would send.
	window.tsunagiKeys = true;
	document.addEventListener('keydown', function (event) {
		if (event.key === 'Enter' && event.target.matches('form .tng input:not([type="button"])')) {
			event.preventDefault();
		}
	});
})();
