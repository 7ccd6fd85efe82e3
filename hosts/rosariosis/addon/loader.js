// SPDX-License-Identifier: GPL-2.0-or-later
// The host puts pages in without loading anew, and then leaves scripts of type "module" alone.
// Importing one twice runs it once, so this may be run after every fragment.
(function () {
	document.querySelectorAll('.tng script[type="module"][src]').forEach(function (script) {
		import(script.src);
	});
})();
