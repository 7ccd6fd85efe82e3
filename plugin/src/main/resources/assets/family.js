// SPDX-License-Identifier: Apache-2.0
/** The plan in plain words: shows it as the family will read it, in the language and with the sections chosen. */
import { ask, failure, h, mount, wordsOf } from "./core.js";

mount("plain-words", (root) => {
  const say = wordsOf(root);
  const paper = root.querySelector("[data-paper]");
  const spot = root.querySelector("[data-say]");
  const pdf = root.querySelector("[data-pdf]");
  const base = pdf.getAttribute("href");
  const language = root.querySelector("[data-language]");
  let asked = 0;

  const chosen = () => [...root.querySelectorAll("[data-sections] input:checked")].map((box) => box.value);
  const query = () => new URLSearchParams({ schoolYear: root.dataset.year, language: language.value, sections: chosen().join(",") });

  const show = async () => {
    if (!chosen().length) {
      spot.textContent = say("chooseOne");
      paper.replaceChildren();
      pdf.removeAttribute("href");
      return;
    }
    pdf.setAttribute("href", `${base}?${query()}`);
    const turn = (asked += 1);
    paper.setAttribute("aria-busy", "true");
    const answer = await ask(root, `/students/${encodeURIComponent(root.dataset.student)}/plain-words?${query()}`);
    if (turn !== asked) {
      return;
    }
    paper.removeAttribute("aria-busy");
    if (answer.status !== 200) {
      spot.textContent = failure(say, answer);
      return;
    }
    draw(answer.body);
  };

  const draw = (body) => {
    paper.lang = body.language.tag.split("-")[0];
    paper.dir = body.language.direction;
    const blocks = body.sections.flatMap((section) => [
      h("h4", {}, ...text(section.title)),
      section.note.pieces.length ? h("p", { class: "tn-s" }, ...text(section.note)) : "",
      ...section.groups.flatMap((group) => [
        group.title.pieces.length ? h("h5", {}, ...text(group.title)) : "",
        h("dl", {}, group.items.flatMap((item) => [h("dt", {}, ...text(item.label)), h("dd", { lang: "ja", dir: "auto" }, item.text)])),
      ]),
    ]);
    paper.replaceChildren(
      h("h3", {}, ...text(body.title)),
      ...body.opening.map((line) => h("p", {}, ...text(line))),
      ...(body.sections.length ? blocks : [h("p", { class: "tn-mute", lang: root.lang }, say("nothing"))]),
      h("hr", {}),
      ...body.closing.map((line) => h("p", {}, ...text(line))),
    );
    spot.textContent = say("shown", language.selectedOptions[0].textContent);
  };

  root.addEventListener("change", (event) => {
    if (event.target.closest("[data-language], [data-sections]")) {
      show();
    }
  });
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-act='print']")) {
      window.print();
    }
  });
  show();
});

const text = (ruby) => ruby.pieces.map((piece) => (piece.reading ? h("ruby", {}, piece.text, h("rp", {}, "（"), h("rt", {}, piece.reading), h("rp", {}, "）")) : piece.text));
