// SPDX-License-Identifier: Apache-2.0
// Brings the current entry of a menu that scrolls sideways into view.
document.querySelectorAll(".tnf-nav [aria-current], .tnf-tabs [aria-current]").forEach(function (entry) {
  var bar = entry.parentNode;
  bar.scrollLeft = entry.offsetLeft - bar.offsetLeft - 40;
});
// The first field that needs attention gets the focus after a refusal.
var fault = document.getElementById("fault");
if (fault) {
  var field = document.querySelector("main form .tnf-input");
  if (field) {
    field.setAttribute("aria-describedby", ((field.getAttribute("aria-describedby") || "") + " fault").trim());
    field.focus();
  }
}
