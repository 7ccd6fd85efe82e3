// SPDX-License-Identifier: Apache-2.0
/** Support and attendance beside each other: printing, and the present week first on a narrow page. */
import { mount } from "./core.js";
import { scrollToNow } from "./sheet-beside.js";

mount("course", (root) => {
  scrollToNow(root);
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-act='print']")) {
      window.print();
    }
  });
});
